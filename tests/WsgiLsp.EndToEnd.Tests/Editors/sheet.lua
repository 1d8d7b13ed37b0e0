-- A quiz on a sheet in Neovim, with the shipped settings and nothing but keys. Exit code 0: every step worked.

local P = dofile(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':h') .. '/person.lua')

local function answer_all_kinds()
  P.press('b<CR>')
  P.step('a wrong answer', P.contains('> ✗ '))
  P.step('the second question', P.contains('## 2 · '))

  P.press('?<CR>')
  P.step('a hint', P.contains('> Hint: Count them.'))
  P.press('<CR>')
  P.step('a reveal', P.contains('> Four.'))
  P.press('3<CR>')
  P.step('the third question', P.contains('## 3 · '))

  P.press('lyon<CR>')
  P.step('the fourth question', P.contains('## 4 · '))
  P.press('<Esc>u')
  P.step('an undo in the editor', function()
    return not P.contains('## 4 · ')()
  end)
  P.step('that it is told', P.told('further on'))
  P.press('<C-r>')
  P.step('the redo', P.contains('## 4 · '))
  P.press('GA')

  P.press('blue<CR>')
  P.step('the blank', P.contains('## 5 · '))

  P.press(P.mark_of('First') .. P.mark_of('Second') .. P.mark_of('Third') .. '<CR>')
  P.step('the order', P.contains('## 6 · '))

  P.press('1' .. P.mark_of('barks') .. '2' .. P.mark_of('meows') .. '<CR>')
  P.step('the pairs', P.contains('## 7 · '))

  P.press('t<CR>')
  P.step('the statement', P.contains('## 8 · '))

  P.press('the moon pulls<CR><CR><CR>')
  P.step('the concepts', P.contains('You got 1 of 2 concepts.'))
  P.press('??<CR>') -- nothing here
  P.step('that it is told', P.told('Type 1, 2, 3 or 4'))

  -- Typed ahead: the grade, and the answer of the next one.
  P.press('2<CR>c<CR>')

  -- What was missed comes back at the end; this person has had enough.
  P.step('a missed one again', P.contains('## 10 · '))
  P.press('!q<CR>')
  P.step('the result', P.contains('## Result'))
  P.step('the caret at the end', P.caret_is_last)
end

P.live(function()
  P.open_deck(P.given('MIXED_DECK'))
  local took = P.take_lens('Quiz all')
  P.step('the first question', P.contains('## 1 · '))
  P.say(('first question after %d ms'):format(took))
  P.sit_down()
  answer_all_kinds()
  P.say(('keys %d'):format(P.keys))
  P.leave()
end)
