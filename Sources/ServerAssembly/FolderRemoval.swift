import Glibc

/// Removes a folder and all that is in it; links are removed, not followed.
enum FolderRemoval {
    static func remove(_ path: String) {
        guard unlink(path) != 0 else { return }
        // Packages are kept read-only: their folders must be writable to be emptied.
        chmod(path, 0o700)
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { remove("\(path)/\(name)") }
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
