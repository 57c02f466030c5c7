import AWSWire
import CConsoleAssets
import Digests

/// The files of the pages, as they are in the executable.
enum ConsoleAssets {
    private struct Asset: Sendable {
        let bytes: [UInt8]
        let tag: String

        init(_ bytes: some Sequence<UInt8>) {
            self.bytes = Array(bytes)
            tag = "\"" + Digests.hex(Digests.sha256(self.bytes).prefix(12)) + "\""
        }

        init(_ text: String) { self.init(Array(text.utf8)) }
    }

    /// What tells a browser to trust nothing but this server.
    static let guards: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
    ]

    /// The paths of all files, sorted.
    static var names: [String] { files.keys.sorted() }

    /// The texts of the files below a folder, by their paths in it.
    static func texts(below folder: String) -> [(path: Substring, text: String)] {
        files.compactMap { name, file in
            name.hasPrefix(folder) ? (name.dropFirst(folder.count), String(decoding: file.bytes, as: UTF8.self)) : nil
        }
    }

    /// The one page; what it shows, it makes of its address.
    static func page(_ request: WireRequest) -> WireReply {
        let page = modules.name(at: request.path).flatMap { pages[$0] } ?? pages[""]
        return answer(
            page?[AskedLanguage.of(request)], "assets/index.html", request, more: [("Vary", "Accept-Language")])
    }

    /// A file.
    static func asset(_ path: some StringProtocol, _ request: WireRequest) -> WireReply {
        answer(files[String(path)], path, request)
    }

    private static func answer(
        _ file: Asset?, _ path: some StringProtocol, _ request: WireRequest, more: [(name: String, value: String)] = []
    ) -> WireReply {
        guard request.method == "GET" || request.method == "HEAD" else {
            return WireReply(status: 405, headers: [("Allow", "GET, HEAD")] + guards)
        }
        guard let file else {
            return WireReply(
                status: 404, headers: [("Content-Type", "text/plain; charset=utf-8")] + guards,
                body: Array("There is no such file.\n".utf8))
        }
        // A browser asks each time and is answered 304: what it shows is what this executable has.
        let headers =
            [("ETag", file.tag), ("Cache-Control", "no-cache"), ("Content-Type", type(of: path))] + more + guards
        guard request.header("if-none-match")?.contains(file.tag) != true else {
            return WireReply(status: 304, headers: headers)
        }
        return WireReply(status: 200, headers: headers, body: file.bytes)
    }

    private static func type(of path: some StringProtocol) -> String {
        switch path.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "json": "application/json"
        default: "application/octet-stream"
        }
    }

    /// Which page needs which modules.
    static let modules = PageModules(
        texts: Dictionary(uniqueKeysWithValues: texts(below: "assets/").map { (String($0.path), $0.text) }))

    /// The page by its name and its language; the empty name stands for pages that are none.
    private static let pages: [String: [String: Asset]] = {
        let text = String(decoding: files["assets/index.html"]?.bytes ?? [], as: UTF8.self)
        var pages: [String: [String: Asset]] = [:]
        for name in modules.names + [""] {
            let links = modules.paths(of: name.isEmpty ? nil : name).map {
                "<link rel=\"modulepreload\" href=\"\(WebConsole.root)assets/\($0)\">\n"
            }
            let whole = text.split(separator: "</head>", maxSplits: 1).joined(separator: links.joined() + "</head>")
            for language in ["en", "ko"] {
                let parts = whole.split(separator: "<html lang=\"en\">", maxSplits: 1)
                pages[name, default: [:]][language] = Asset(
                    parts.joined(separator: "<html lang=\"\(language)\" data-asked=\"\(language)\">"))
            }
        }
        return pages
    }()

    private static let files: [String: Asset] = {
        var files: [String: Asset] = [:]
        var index = 0
        while let file = console_asset_at(index)?.pointee {
            let bytes = Array(UnsafeBufferPointer(start: file.text, count: file.length))
            files[String(cString: file.name)] = Asset(bytes)
            index += 1
        }
        return files
    }()
}
