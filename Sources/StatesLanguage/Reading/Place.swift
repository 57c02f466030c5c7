/// A place in a definition, as a JSON pointer and as AWS writes it.
struct Place: Sendable, Equatable {
    /// RFC 6901; empty for the whole definition.
    let pointer: String
    /// `/States/A/Choices[0]/Next`: names as they are, indices in brackets; empty for the whole definition.
    private let path: String

    /// The whole definition.
    static let root = Place(pointer: "", path: "")

    private init(pointer: String, path: String) {
        self.pointer = pointer
        self.path = path
    }

    /// What AWS gives as the location.
    var location: String { path.isEmpty ? "/" : path }

    /// A field of the object here.
    func field(_ name: String) -> Place {
        Place(pointer: "\(pointer)/\(Place.escaped(name))", path: "\(path)/\(name)")
    }

    /// An element of the array here.
    func element(_ index: Int) -> Place {
        Place(pointer: "\(pointer)/\(index)", path: "\(path)[\(index)]")
    }

    private static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return name }
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
