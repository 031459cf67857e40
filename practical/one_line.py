# @title Errors of one line, which a student sees in place of a traceback
class OneLine(Exception):
    def __str__(self):
        return " ".join(super().__str__().split())

    def _render_traceback_(self):
        return [f"\x1b[38;5;231;48;5;124m{self}\x1b[0m"]  # white on dark red


# There is no answer to judge, or it is not the exercise's own any more.
class NotAttempted(OneLine): ...


# An answer is there, and it is wrong; the message says in which way.
class Mistake(OneLine): ...
