/// Why nothing can be sealed or opened now.
package enum KeyFailure: Error, Sendable, Equatable {
    /// The key is there but must not be used; once it may be again, everything it has sealed can be opened.
    case unusable(key: String, KeyState)
    /// There is no such key, any more or at all.
    case notFound(key: String)
    /// Its policy does not let who asks use it, or it is a key of another account that is not there: which of the two is not told.
    case denied(key: String)
    /// What was sealed has been changed since, or lies in another place than it was sealed for.
    case damaged(place: String)

    /// What is in the way, for people.
    package var message: String {
        switch self {
        case .unusable(let key, .disabled): "\(key) is disabled."
        case .unusable(let key, .pendingDeletion): "\(key) is pending deletion."
        case .unusable(let key, .unavailable):
            "\(key) is unavailable: its material is not in the data folder. Restore the folder's keys from a backup."
        case .notFound(let key): "The key \(key) does not exist."
        case .denied(let key): "The key \(key) may not be used: its policy does not allow it."
        case .damaged(let place): "What is stored as \(place) cannot be decrypted: it was changed or moved."
        }
    }
}
