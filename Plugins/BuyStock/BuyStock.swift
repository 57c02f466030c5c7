import JSONTree
import NewelPluginKit

/// Pretends to buy and answers with the transaction, all of it as strings: `{"id", "price", "type": "buy", "qty", "timestamp"}`.
private let plugin = Plugin(
    "BuyStock", version: "1.0.0",
    [
        Handler(function: "BuyStock", [.concurrent]) { input, invocation in
            [
                "id": .string(transactionID()), "price": .string(input["stock_price"]?.text ?? "undefined"),
                "type": "buy",
                "qty": .string("\(Int.random(in: 1...10))"), "timestamp": .string(invocation.nowText),
            ]
        }
    ])

/// A fresh transaction id: 16 random bytes as 32 hex digits.
private func transactionID() -> String {
    (0..<16).map { _ in UInt8.random(in: 0...255) }.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
