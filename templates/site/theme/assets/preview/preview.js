/* In a preview: a button that copies the command beside it, or marks it where copying is refused. */
"use strict";

async function copyCommand(event) {
  const button = event.target.closest(".copy-button");
  if (!button) return;
  const command = button.previousElementSibling;
  getSelection().selectAllChildren(command);
  try {
    await navigator.clipboard.writeText(command.textContent);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Press Ctrl+C";
  }
}

document.addEventListener("click", copyCommand);
