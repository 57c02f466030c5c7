import JSONTree
import NewelPluginKit

/// Recommends `"sell"` for a `stock_price` above 50, else `"buy"`.
private let plugin = Plugin(
    "GenerateBuySellRecommendation", version: "1.0.0",
    [
        Handler(function: "GenerateBuySellRecommendation", [.concurrent, .idempotent]) { input, _ in
            // As the sample's code compares: what is no number is not above 50.
            .string((input["stock_price"]?.doubleValue ?? 0) > 50 ? "sell" : "buy")
        }
    ])

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
