import JSONTree
import NewelPluginKit

/// Answers with a stock price: `{"stock_price": 0…99}`, whatever it is asked.
private let plugin = Plugin(
    "CheckStockPrice", version: "1.0.0",
    [
        Handler(function: "CheckStockPrice", [.concurrent, .idempotent]) { _, _ in
            ["stock_price": .integer(.random(in: 0...99))]
        }
    ])

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
