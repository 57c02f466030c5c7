import NewelPluginKit

/// What the function answers.
private struct Price: Encodable {
    var stockPrice: Int
    enum CodingKeys: String, CodingKey { case stockPrice = "stock_price" }
}

private let plugin = Plugin(
    "CheckStockPrice", version: "0.1.0",
    [
        Handler(.function("CheckStockPrice"), [.concurrent]) { (_: NoValue, call: Invocation) in
            Price(stockPrice: 72)
        }
    ])

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
