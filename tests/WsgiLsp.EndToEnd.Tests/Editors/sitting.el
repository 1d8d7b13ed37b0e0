;;; sitting.el --- One sitting in Emacs, with the shipped settings  -*- lexical-binding: t; -*-

;; Run by `emacs -Q --batch'.  Exit code 0: every step worked.

;;; Code:

(require 'cl-lib)

(load (expand-file-name "packages" (file-name-directory load-file-name)) nil t)

(setq make-backup-files nil
      auto-save-default nil
      create-lockfiles nil)

(defconst limit 10 "How long a step may take, in seconds.")

(defun given (name)
  "The environment's E2E_NAME."
  (or (getenv (concat "E2E_" name)) (error "E2E_%s is not set" name)))

(defun say (format &rest arguments)
  "Print a line to standard output."
  (princ (concat (apply #'format format arguments) "\n")))

(defun step (what condition)
  "Wait until CONDITION returns non-nil and return that; WHAT names it."
  (let ((end (+ (float-time) limit)) result)
    (while (and (not (setq result (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.02))
    (unless result (error "Not seen: %s" what))
    (say "ok %s" what)
    result))

(add-to-list 'load-path (expand-file-name "emacs" (given "SETTINGS")))
(require 'wsgilsp)
(require 'flymake)

;; The person at the menus: takes the first wish that is offered, else the first entry.
(defvar wishes nil)
(defvar heard nil)

(advice-add 'completing-read :override
            (lambda (prompt collection &rest _)
              (push (substring-no-properties prompt) heard)
              (let ((titles (all-completions "" collection)))
                (or (cl-find-if (lambda (title)
                                  (cl-some (lambda (wish) (string-match-p (regexp-quote wish) title)) wishes))
                                titles)
                    (car titles)))))

(advice-add 'message :before
            (lambda (format &rest arguments)
              (when format (push (apply #'format-message format arguments) heard))))

(defun heard-p (text)
  "Whether some message or prompt contained TEXT."
  (cl-some (lambda (message) (string-match-p (regexp-quote text) message)) heard))

(defun act (wish)
  "Choose WISH from the code actions at point, as a person would."
  (push wish wishes)
  ;; In batch mode no key was pressed, which Eglot would take for the mouse.
  (let ((last-nonmenu-event ?x))
    (call-interactively #'eglot-code-actions)))

(defun open-deck (file)
  "Visit FILE and wait until the server manages it."
  (find-file file)
  (run-hooks 'post-command-hook)
  (step (concat "the server at " (file-name-nondirectory file)) #'eglot-managed-p))

(defun fix-the-broken-deck ()
  (open-deck (given "BROKEN_DECK"))
  (flymake-start)
  (let ((finding (step "the finding"
                       (lambda ()
                         (cl-find-if (lambda (finding)
                                       (string-match-p (regexp-quote (given "RULE")) (flymake-diagnostic-text finding)))
                                     (flymake-diagnostics))))))
    (goto-char (flymake-diagnostic-beg finding)))
  (act (given "FIX"))
  (step "the fix in the text"
        (lambda () (string-match-p (regexp-quote (given "FIXED_OPTION")) (buffer-string))))
  (save-buffer)
  (step "no finding any more"
        (lambda () (flymake-start) (null (flymake-diagnostics)))))

(defun go-to (name)
  "Move point into the heading on the line E2E_NAME."
  (goto-char (point-min))
  (forward-line (1- (string-to-number (given name))))
  (forward-char 6))

(defun reveal-an-answer ()
  (open-deck (given "DECK"))
  (go-to "REVEALED_LINE")
  (let (answer)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq answer text)))
    (step "the answer"
          (lambda () (and answer (string-match-p (regexp-quote (given "REVEALED_ANSWER")) answer))))))

(defun answer-a-question ()
  (go-to "ASKED_LINE")
  (push (given "ASKED_KEY") wishes)
  (act (given "QUIZ"))
  (step "the result" (lambda () (and (heard-p "Right.") (heard-p (given "RESULT"))))))

(condition-case failure
    (progn
      (fix-the-broken-deck)
      (reveal-an-answer)
      (answer-a-question)
      (eglot-shutdown (eglot-current-server))
      (say "ok the server ended"))
  (error
   (say "%s" (error-message-string failure))
   (say "heard: %S" (reverse heard))
   (kill-emacs 1)))

;;; sitting.el ends here
