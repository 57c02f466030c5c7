import ResourceNames

/// Ids of requests: the one place of this module that draws chance.
package enum RequestID {
    /// A random UUID.
    package static func random() -> String {
        var chance = SystemRandomNumberGenerator()
        return UUIDText.version4(high: chance.next(), low: chance.next())
    }
}
