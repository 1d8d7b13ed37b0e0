using System.Text.Json.Nodes;

namespace Compare.Wire;

/// <summary>What an editor of today says that it can.</summary>
internal static class ClientCapabilities
{
    /// <param name="pulls">Whether it asks for diagnostics; else it is only told.</param>
    public static JsonNode Of(bool pulls)
    {
        var all = JsonNode.Parse(
            """
            {
              "general": { "positionEncodings": ["utf-16"] },
              "window": { "workDoneProgress": true, "showMessage": {}, "showDocument": { "support": true } },
              "workspace": {
                "applyEdit": true, "configuration": true, "workspaceFolders": true,
                "didChangeConfiguration": { "dynamicRegistration": true },
                "didChangeWatchedFiles": { "dynamicRegistration": true, "relativePatternSupport": true },
                "symbol": { "dynamicRegistration": true }, "executeCommand": { "dynamicRegistration": true },
                "workspaceEdit": { "documentChanges": true },
                "diagnostics": { "refreshSupport": true }, "semanticTokens": { "refreshSupport": true },
                "codeLens": { "refreshSupport": true }, "foldingRange": { "refreshSupport": true }
              },
              "textDocument": {
                "synchronization": { "dynamicRegistration": true, "willSave": false, "didSave": true },
                "publishDiagnostics": {
                  "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
                  "dataSupport": true, "tagSupport": { "valueSet": [1, 2] }
                },
                "diagnostic": { "dynamicRegistration": true, "relatedDocumentSupport": true },
                "hover": { "dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"] },
                "completion": {
                  "dynamicRegistration": true, "contextSupport": true,
                  "completionItem": {
                    "snippetSupport": true, "labelDetailsSupport": true, "documentationFormat": ["markdown", "plaintext"]
                  }
                },
                "documentSymbol": { "dynamicRegistration": true, "hierarchicalDocumentSymbolSupport": true },
                "foldingRange": { "dynamicRegistration": true, "lineFoldingOnly": true },
                "definition": { "dynamicRegistration": true, "linkSupport": true },
                "references": { "dynamicRegistration": true },
                "codeAction": {
                  "dynamicRegistration": true,
                  "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } }
                },
                "rename": { "dynamicRegistration": true, "prepareSupport": true },
                "formatting": { "dynamicRegistration": true },
                "semanticTokens": {
                  "dynamicRegistration": true, "requests": { "full": true, "range": true }, "formats": ["relative"],
                  "tokenModifiers": [],
                  "tokenTypes": [
                    "namespace", "type", "class", "enum", "parameter", "variable", "property", "function", "keyword",
                    "comment", "string", "number"
                  ]
                }
              }
            }
            """
        )!;
        if (!pulls)
        {
            all["textDocument"]!.AsObject().Remove("diagnostic");
            all["workspace"]!.AsObject().Remove("diagnostics");
        }

        return all;
    }
}
