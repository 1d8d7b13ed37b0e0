import { type Disposable, TextEditorRevealType, window, workspace } from "vscode";

/**
 * Keeps the last line of a quiz sheet in sight, where the answer goes: VS Code leaves what is written above the caret, and
 * with it the caret, outside the window. The server cannot ask for this without moving the caret, which races with keys.
 */
export function showAnswerLines(): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const isQuestion = contentChanges.some((change) => change.text.includes("\n→ "));
    if (!isQuestion || !document.fileName.endsWith(".quiz.md")) {
      return;
    }
    const end = document.lineAt(document.lineCount - 1).range;
    for (const editor of window.visibleTextEditors.filter((one) => one.document === document)) {
      editor.revealRange(end, TextEditorRevealType.Default);
    }
  });
}
