@testable import IAMService
