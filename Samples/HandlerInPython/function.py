from decimal import Decimal, InvalidOperation


class InvalidOrder(Exception):
    """What the caller reads as `errorType`, and a state machine catches by name."""


def price_of(item, place):
    """The price of one line, exact to the cent."""
    try:
        price, quantity = Decimal(item["price"]), int(item.get("quantity", 1))
    except (KeyError, TypeError, ValueError, InvalidOperation):
        raise InvalidOrder(f"items[{place}] needs a price such as \"1.50\", and a quantity that is a whole number.") from None
    if price < 0 or quantity < 1:
        raise InvalidOrder(f"items[{place}]: the price must not be negative, and the quantity at least 1.")
    return price * quantity


def handler(event, context):
    """Adds an order up; `context` is the one of AWS Lambda."""
    items = event.get("items")
    if not items:
        raise InvalidOrder("The order has no items.")
    prices = [price_of(item, place) for place, item in enumerate(items)]
    print(f"{context.function_name}: {len(prices)} lines")
    return {
        "lines": [f"{item.get('quantity', 1)} × {item['name']}: {price:.2f}" for item, price in zip(items, prices)],
        "total": f"{sum(prices):.2f}",
    }
