/// The bounds of native functions.
package enum NativeLimits {
    /// Parameters of one function.
    package static let parametersMax = 64
    /// Structures one package describes.
    package static let structuresMax = 256
    /// Fields of one structure.
    package static let fieldsMax = 256
    /// Bytes of one structure.
    package static let structureBytesMax = 1 << 20
    /// Scalars in a structure that is passed or returned by value.
    package static let elementsByValueMax = 4_096
    /// Structures within structures.
    package static let depthMax = 32
    /// Bytes of a buffer a function writes into, and of a text or buffer it returns: no result may be larger.
    package static let bufferBytesMax = 6_291_556
    /// Bytes of a value quoted in a message.
    package static let quotedMax = 80
}
