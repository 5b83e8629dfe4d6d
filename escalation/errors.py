"""The house's one error of its own."""


class ContractError(ValueError):
    """Input that breaks a rule of the house: says the rule, the value, and the way out."""
