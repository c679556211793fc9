"""Files for other programs and from them: cells that nothing runs, safe XML and workbooks."""
