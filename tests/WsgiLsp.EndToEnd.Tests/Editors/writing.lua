-- An author at Neovim, with the shipped settings and nothing but keys. Exit code 0: every step worked.

local P = dofile(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':h') .. '/person.lua')

-- As the settings say.
vim.api.nvim_create_autocmd('BufWritePre', {
  pattern = '*.deck.md',
  callback = function()
    (vim.lsp.buf.format or vim.lsp.buf.formatting_sync)()
  end,
})

-- A condition: the part stands in a file.
local function written(path, part)
  return function()
    return table.concat(vim.fn.readfile(path), '\n'):find(part, 1, true) ~= nil
  end
end

P.live(function()
  P.open_deck(P.given('MIXED_DECK'))
  P.press('/id=fruit<CR>4lgrn')
  P.step('the question for a name', function()
    return vim.fn.getcmdtype() == '@'
  end)
  P.press('<C-u>apple<CR>')
  P.step('the new name', P.contains('id=apple'))
  P.press(':wall<CR>')
  P.step('the new name in the other deck', written(P.given('LINKED_DECK'), 'mixed.deck.md#apple'))

  P.press('/id=sum<CR>A<BS><BS><BS><BS> lev<C-x><C-o>')
  P.step('a completion', P.contains('id=sum level='))
  P.press('adv<C-x><C-o>')
  P.step('another one', P.contains('id=sum level=advanced'))
  P.press(' --><Esc>')
  P.step('the line', P.contains('<!-- card: id=sum level=advanced -->'))

  P.press('Go## Next?<CR>Answer.<Esc>:w<CR>')
  P.step('the deck in form', written(P.given('MIXED_DECK'), '- [x] Red\n\n## Next?\n\nAnswer.'))
  P.leave()
end)
