/// The modules a page needs: its own, the frame's, and what those import. Named in the page, they are asked for at once; a browser else finds them one behind the other.
struct PageModules: Sendable {
    /// The texts of modules by their paths.
    private let texts: [String: String]
    /// Patterns of addresses and the names of their modules, as `routes.js` lists them.
    private let routes: [(pattern: [Substring], name: String)]

    /// - Parameter texts: The texts of all modules by their paths: `app.js`, `pages/machines.js`.
    init(texts: [String: String]) {
        self.texts = texts
        routes = (texts["routes.js"] ?? "").split(separator: "\n").compactMap { line in
            // `['/stacks/:name', 'stack'],`
            let parts = line.split(separator: "'", omittingEmptySubsequences: false)
            guard parts.count == 5, parts[1].hasPrefix("/") else { return nil }
            return (parts[1].split(separator: "/"), String(parts[3]))
        }
    }

    /// The names of all pages.
    var names: [String] { routes.map(\.name) }

    /// The name of the page at an address; `nil` when there is none.
    func name(at path: String) -> String? {
        let parts = path.split(separator: "/")
        return routes.first { route in
            route.pattern.count == parts.count
                && zip(route.pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }?.name
    }

    /// The paths of all modules of a page, each once, those first that are found first.
    func paths(of name: String?) -> [String] {
        var paths = ["app.js"]
        if let name { paths.append("pages/\(name).js") }
        var next = 0
        while next < paths.count {
            for path in imports(of: paths[next]) where !paths.contains(path) { paths.append(path) }
            next += 1
        }
        return paths
    }

    /// What a module imports before it runs.
    private func imports(of path: String) -> [String] {
        (texts[path] ?? "").split(separator: "\n").compactMap { line in
            guard line.hasPrefix("import ") || line.hasPrefix("} from "),
                let from = line.split(separator: "'").dropFirst().first
            else { return nil }
            return Self.resolve(from, beside: path)
        }
    }

    /// `../dom.js` beside `run/pane.js` is `dom.js`.
    private static func resolve(_ relative: Substring, beside path: String) -> String {
        var parts = path.split(separator: "/").dropLast()
        for part in relative.split(separator: "/") where part != "." {
            if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
