import ArgumentParser

/// A language `newel plugin new` knows.
enum PluginLanguage: String, CaseIterable, ExpressibleByArgument {
    case c
    case cpp
    case rust
    case zig
    case go
    case swift

    /// The language's name for people.
    var title: String {
        switch self {
        case .c: "C"
        case .cpp: "C++"
        case .rust: "Rust"
        case .zig: "Zig"
        case .go: "Go"
        case .swift: "Swift"
        }
    }

    /// The commands that build the function and call it.
    func steps(name: String, folder: String) -> [String] {
        let (build, output) =
            switch self {
            case .c, .cpp, .zig, .go: ("make -C \(folder)", "build")
            case .rust: ("cargo build --release --manifest-path \(folder)/Cargo.toml", "target/release")
            case .swift: ("swift build -c release --package-path \(folder)", ".build/release")
            }
        return [
            build,
            "\(CommandLine.arguments.first ?? "newel") plugin invoke \(name) --plugins \(folder)/\(output) --input @\(folder)/events/hello.json",
        ]
    }
}
