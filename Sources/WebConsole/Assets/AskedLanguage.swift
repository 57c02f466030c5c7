import AWSWire

/// The language a browser asks for, among those the console speaks.
enum AskedLanguage {
    private static let spoken = ["en", "ko"]

    /// The best of an `Accept-Language`; English when it names none of ours.
    static func of(_ request: WireRequest) -> String {
        let wishes = (request.header("accept-language") ?? "").split(separator: ",").map(wish)
        var best = (language: "en", weight: 0.0)
        // Of equal weights the first counts.
        for wish in wishes where spoken.contains(wish.language) && wish.weight > best.weight { best = wish }
        return best.language
    }

    private static func wish(_ text: Substring) -> (language: String, weight: Double) {
        let parts = text.split(separator: ";").map { $0.filter { $0 != " " } }
        let language = parts.first.map { String($0.prefix { $0 != "-" }).lowercased() } ?? ""
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
        return (language, weight)
    }
}
