-- WsgiLsp in Neovim 0.11 and later.
--
-- Use: put `wsgilsp` on the PATH, copy this file to ~/.config/nvim/lsp/wsgilsp.lua, and add to your init.lua:
--   vim.lsp.enable('wsgilsp')
--
-- Neovim's own keys in a Markdown buffer:
--   K     reveal the answer of the card under the cursor
--   gra   code actions: fix a finding, quiz this card, section or deck
--   gO    the deck's outline
--   ]d [d next and previous finding
--   gq    format what is selected
-- `:lua vim.lsp.buf.format()` formats the whole deck; on saving, in your init.lua:
--   vim.api.nvim_create_autocmd('BufWritePre', {
--     pattern = '*.deck.md',
--     callback = function()
--       vim.lsp.buf.format()
--     end,
--   })
-- Lenses need a key of yours, for example:
--   vim.keymap.set('n', 'grl', vim.lsp.codelens.run)
-- Quiz sheets open by themselves: type on the last line and press Enter. They are in `.quiz` at the root of the deck's
-- project and so have its server.
--
-- vim.g.wsgilsp_command, where you set it before, is run in place of { 'wsgilsp', 'lsp' }.
-- Written from Neovim's documentation; our tests run Neovim 0.7.2 with the other file.

-- A quiz goes on after a crash by its log, and "Resume quiz" writes its sheet anew: a swap file has nothing to add.
vim.api.nvim_create_autocmd('SwapExists', {
  pattern = '*.quiz.md',
  group = vim.api.nvim_create_augroup('wsgilsp', {}),
  desc = 'Open quiz sheets after a crash',
  callback = function()
    vim.v.swapchoice = 'e'
  end,
})

---@type vim.lsp.Config
return {
  cmd = vim.g.wsgilsp_command or { 'wsgilsp', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { 'wsgilsp.json', '.git' },
  settings = { wsgilsp = { codeLens = { cards = false } } },
  on_attach = function(_, buffer)
    vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'TextChanged' }, {
      buffer = buffer,
      callback = function()
        vim.lsp.codelens.refresh({ bufnr = buffer })
      end,
    })
    vim.lsp.codelens.refresh({ bufnr = buffer })
  end,
}
