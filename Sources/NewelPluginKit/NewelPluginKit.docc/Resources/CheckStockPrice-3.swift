import NewelPluginKit

/// What the function is asked.
private struct Question: Decodable {
    var symbol: String?
}

/// What the function answers.
private struct Price: Encodable {
    var stockPrice: Int
    enum CodingKeys: String, CodingKey { case stockPrice = "stock_price" }
}

private let prices = ["NEWL": 72, "ACME": 12]

private let plugin = Plugin(
    "CheckStockPrice", version: "0.1.0",
    [
        Handler(.function("CheckStockPrice"), [.concurrent]) { (question: Question, call: Invocation) in
            let symbol = question.symbol ?? "NEWL"
            guard let price = prices[symbol] else { throw PluginError("UnknownSymbol", "there is no \(symbol)") }
            return Price(stockPrice: price)
        }
    ])

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
