-- A quiz on a sheet whose editor is killed, and then its server. E2E_PART says how far it is. Exit code 0: every step worked.

local P = dofile(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':h') .. '/person.lua')

-- Until somebody kills the editor, once the file E2E_READY is there.
local function begin()
  P.open_deck(P.given('MIXED_DECK'))
  P.take_lens('Quiz all')
  P.sit_down()
  P.press('b<CR>')
  P.step('the second question', P.contains('## 2 · '))
  P.press('<CR>')
  P.step('a reveal', P.contains('> Four.'))
  vim.fn.writefile({}, P.given('READY'))
  P.step('the end', function()
    return false
  end)
end

local function go_on()
  P.open_deck(P.given('MIXED_DECK'))
  P.take_lens('Resume quiz')
  P.step('the sheet as far as it went', P.contains('> Four.'))
  P.sit_down()
  P.press('3<CR>')
  P.step('the third question', P.contains('## 3 · '))

  local before = vim.lsp.buf_get_clients(0)
  vim.loop.kill(tonumber(vim.fn.readfile(P.given('SERVER_ID'))[1]), 'sigkill')
  P.step('the next server', function()
    local id = next(vim.lsp.buf_get_clients(0))
    return id and not before[id]
  end)
  P.press('lyon<CR>')
  P.step('the fourth question', P.contains('## 4 · '))
  P.press(':!q<CR>')
  P.step('the result', P.contains('## Result'))
  P.leave()
end

P.live(P.given('PART') == 'begin' and begin or go_on)
