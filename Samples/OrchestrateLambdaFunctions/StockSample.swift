/// AWS's stock sample "Orchestrate Lambda functions": five functions, a queue, a topic and the machine that ties them.
package enum StockSample {
    /// The logical id of each function and the installed package that is it.
    package static let functions: [(logicalID: String, package: String)] = [
        ("CheckStockPriceLambda", "CheckStockPrice"),
        ("GenerateBuySellRecommendationLambda", "GenerateBuySellRecommendation"),
        ("BuyStockLambda", "BuyStock"), ("SellStockLambda", "SellStock"), ("ApproveSqsLambda", "ApproveSqs"),
    ]

    /// The definition with `${LogicalID}` replaced.
    ///
    /// - Parameter values: What stands for each logical id: an ARN, or the queue's URL.
    package static func definition(_ values: [(logicalID: String, value: String)]) -> String {
        var text = String(decoding: PackageResources.definition_asl_json, as: UTF8.self)
        for (logicalID, value) in values {
            while let range = text.firstRange(of: "${\(logicalID)}") { text.replaceSubrange(range, with: value) }
        }
        return text
    }
}
