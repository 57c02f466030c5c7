import Digests

/// URLs and forms as texts.
package enum URLText {
    /// Names and values, percent-encoded: `a=1&b=x%20y`.
    package static func form(_ fields: [HTTPField]) -> String {
        fields.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }

    /// A URL with further parameters at the end of its query string.
    package static func adding(_ query: [HTTPField], to url: String) -> String {
        adding(form(query), to: url)
    }

    /// A URL with a text, encoded already, at the end of its query string. A fragment stays at home.
    package static func adding(_ query: String, to url: String) -> String {
        let url = String(url.prefix { $0 != "#" })
        guard !query.isEmpty else { return url }
        guard url.contains("?") else { return "\(url)?\(query)" }
        return url.hasSuffix("?") || url.hasSuffix("&") ? url + query : "\(url)&\(query)"
    }
}
