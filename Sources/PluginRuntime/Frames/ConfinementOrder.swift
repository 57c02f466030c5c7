/// What a worker confines itself to, before anything of a plugin is loaded.
package struct ConfinementOrder: Sendable, Equatable {
    /// A file or folder, with all below it.
    package struct Grant: Sendable, Equatable {
        /// Absolute.
        package var path: String
        package var isWritable: Bool

        /// States both.
        package init(_ path: String, isWritable: Bool = false) {
            self.path = path
            self.isWritable = isWritable
        }
    }

    /// What is allowed beyond the usual, or taken away; the numbers are those of `newel_sandbox.h`.
    package struct Permissions: OptionSet, Sendable {
        package let rawValue: UInt32

        package init(rawValue: UInt32) { self.rawValue = rawValue }

        /// The worker becomes another program, once.
        package static let executeOnce = Permissions(rawValue: 1)
        /// It may become other programs, as often as it likes.
        package static let execute = Permissions(rawValue: 2)
        /// It may start processes.
        package static let fork = Permissions(rawValue: 4)
        /// It may connect to sockets of the machine.
        package static let localSockets = Permissions(rawValue: 8)
        /// It may not use the network.
        package static let noNetwork = Permissions(rawValue: 16)
    }

    /// Where the worker stands: the package.
    package var folder: String
    package var grants: [Grant]
    package var permissions: Permissions
    /// The folder that becomes the worker's `/tmp`, one of the grants; empty: it has none.
    package var temporary: String

    /// States all.
    package init(folder: String, grants: [Grant], permissions: Permissions, temporary: String = "") {
        self.folder = folder
        self.grants = grants
        self.permissions = permissions
        self.temporary = temporary
    }

    /// Reads the body of a `confine` frame.
    package init?(_ body: UnsafeRawBufferPointer) {
        var reader = FrameReader(body)
        guard let permissions: UInt32 = reader.number(), let folder = reader.text(), let temporary = reader.text(),
            let count: UInt32 = reader.number()
        else { return nil }
        var grants: [Grant] = []
        for _ in 0..<count {
            guard let isWritable: UInt8 = reader.number(), let path = reader.text() else { return nil }
            grants.append(Grant(path, isWritable: isWritable != 0))
        }
        self.init(
            folder: folder, grants: grants, permissions: Permissions(rawValue: permissions), temporary: temporary)
    }

    /// The `confine` frame.
    package var frame: [UInt8] {
        var writer = FrameWriter(.confine)
        writer.append(permissions.rawValue)
        writer.append(folder)
        writer.append(temporary)
        writer.append(UInt32(grants.count))
        for grant in grants {
            writer.append(UInt8(grant.isWritable ? 1 : 0))
            writer.append(grant.path)
        }
        return writer.finish()
    }
}
