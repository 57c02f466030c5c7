import Glibc

/// A shared library whose functions are called. What is loaded stays loaded.
struct NativeLibrary {
    private let handle: UnsafeMutableRawPointer
    private let name: String

    /// Loads a library by its path, or a system library by its name.
    init(_ name: String) throws(NativeLoadFailure) {
        guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
            throw NativeLoadFailure(
                .unloadable, dlerror().map { String(cString: $0) } ?? "\(name) cannot be loaded")
        }
        self.handle = handle
        self.name = name
    }

    /// The address of a function in it, or in what it needs.
    func function(_ symbol: String) throws(NativeLoadFailure) -> UnsafeMutableRawPointer {
        if let address = dlsym(handle, symbol) { return address }
        let file = name.split(separator: "/").last ?? ""
        throw NativeLoadFailure(.symbolMissing, "\(file) has no function \(symbol)")
    }

    /// The function that frees what the library hands out: its own, or one of the process such as C's `free`.
    func release(_ symbol: String) throws(NativeLoadFailure) -> @convention(c) (UnsafeMutableRawPointer?) -> Void {
        let address: UnsafeMutableRawPointer
        if let found = dlsym(handle, symbol) ?? dlsym(nil, symbol) {
            address = found
        } else {
            address = try function(symbol)
        }
        return unsafeBitCast(address, to: (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
    }
}
