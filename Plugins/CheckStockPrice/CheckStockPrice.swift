import NewelPluginKit

/// A stock's price.
private struct Price: Encodable {
    var stockPrice: Int
    enum CodingKeys: String, CodingKey { case stockPrice = "stock_price" }
}

/// Answers with a stock price: `{"stock_price": 0…99}`, whatever it is asked.
private let plugin = Plugin(
    "CheckStockPrice", version: "1.0.0",
    [
        Handler(.function("CheckStockPrice"), [.concurrent, .idempotent]) { (_: NoValue, _: Invocation) in
            Price(stockPrice: .random(in: 0...99))
        }
    ])

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
