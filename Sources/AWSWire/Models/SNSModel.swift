// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `sns`.
    package static let sns = ModelReader.read(
        #"""
        service sns query - - 2010-03-31 query
        namespace http://sns.amazonaws.com/doc/2010-03-31/
        action CreateTopic CreateTopicInput CreateTopicResponse
        action DeleteTopic DeleteTopicInput -
        action ListTopics ListTopicsInput ListTopicsResponse
        action GetTopicAttributes GetTopicAttributesInput GetTopicAttributesResponse
        action SetTopicAttributes SetTopicAttributesInput -
        action Subscribe SubscribeInput SubscribeResponse
        action ConfirmSubscription ConfirmSubscriptionInput ConfirmSubscriptionResponse
        action Unsubscribe UnsubscribeInput -
        action ListSubscriptions ListSubscriptionsInput ListSubscriptionsResponse
        action ListSubscriptionsByTopic ListSubscriptionsByTopicInput ListSubscriptionsByTopicResponse
        action GetSubscriptionAttributes GetSubscriptionAttributesInput GetSubscriptionAttributesResponse
        action SetSubscriptionAttributes SetSubscriptionAttributesInput -
        action Publish PublishInput PublishResponse
        action PublishBatch PublishBatchInput PublishBatchResponse
        action AddPermission AddPermissionInput -
        action RemovePermission RemovePermissionInput -
        action TagResource TagResourceRequest TagResourceResponse
        action UntagResource UntagResourceRequest UntagResourceResponse
        action ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResponse
        action GetDataProtectionPolicy GetDataProtectionPolicyInput GetDataProtectionPolicyResponse
        action PutDataProtectionPolicy PutDataProtectionPolicyInput -
        action CheckIfPhoneNumberIsOptedOut CheckIfPhoneNumberIsOptedOutInput CheckIfPhoneNumberIsOptedOutResponse
        action CreatePlatformApplication CreatePlatformApplicationInput CreatePlatformApplicationResponse
        action CreatePlatformEndpoint CreatePlatformEndpointInput CreateEndpointResponse
        action CreateSMSSandboxPhoneNumber CreateSMSSandboxPhoneNumberInput CreateSMSSandboxPhoneNumberResult
        action DeleteEndpoint DeleteEndpointInput -
        action DeletePlatformApplication DeletePlatformApplicationInput -
        action DeleteSMSSandboxPhoneNumber DeleteSMSSandboxPhoneNumberInput DeleteSMSSandboxPhoneNumberResult
        action GetEndpointAttributes GetEndpointAttributesInput GetEndpointAttributesResponse
        action GetPlatformApplicationAttributes GetPlatformApplicationAttributesInput GetPlatformApplicationAttributesResponse
        action GetSMSAttributes GetSMSAttributesInput GetSMSAttributesResponse
        action GetSMSSandboxAccountStatus GetSMSSandboxAccountStatusInput GetSMSSandboxAccountStatusResult
        action ListEndpointsByPlatformApplication ListEndpointsByPlatformApplicationInput ListEndpointsByPlatformApplicationResponse
        action ListOriginationNumbers ListOriginationNumbersRequest ListOriginationNumbersResult
        action ListPhoneNumbersOptedOut ListPhoneNumbersOptedOutInput ListPhoneNumbersOptedOutResponse
        action ListPlatformApplications ListPlatformApplicationsInput ListPlatformApplicationsResponse
        action ListSMSSandboxPhoneNumbers ListSMSSandboxPhoneNumbersInput ListSMSSandboxPhoneNumbersResult
        action OptInPhoneNumber OptInPhoneNumberInput OptInPhoneNumberResponse
        action SetEndpointAttributes SetEndpointAttributesInput -
        action SetPlatformApplicationAttributes SetPlatformApplicationAttributesInput -
        action SetSMSAttributes SetSMSAttributesInput SetSMSAttributesResponse
        action VerifySMSSandboxPhoneNumber VerifySMSSandboxPhoneNumberInput VerifySMSSandboxPhoneNumberResult
        error AuthorizationErrorException 403 AuthorizationError message
        error BatchEntryIdsNotDistinctException 400 BatchEntryIdsNotDistinct message
        error BatchRequestTooLongException 400 BatchRequestTooLong message
        error ConcurrentAccessException 400 ConcurrentAccess message
        error EmptyBatchRequestException 400 EmptyBatchRequest message
        error EndpointDisabledException 400 EndpointDisabled message
        error FilterPolicyLimitExceededException 403 FilterPolicyLimitExceeded message
        error InternalErrorException 500 InternalError message
        error InvalidBatchEntryIdException 400 InvalidBatchEntryId message
        error InvalidParameterException 400 InvalidParameter message
        error InvalidParameterValueException 400 ParameterValueInvalid message
        error InvalidSecurityException 403 InvalidSecurity message
        error InvalidStateException 400 InvalidState message
        error KMSAccessDeniedException 400 KMSAccessDenied message
        error KMSDisabledException 400 KMSDisabled message
        error KMSInvalidStateException 400 KMSInvalidState message
        error KMSNotFoundException 400 KMSNotFound message
        error KMSOptInRequired 403 KMSOptInRequired message
        error KMSThrottlingException 400 KMSThrottling message
        error NotFoundException 404 NotFound message
        error OptedOutException 400 OptedOut message
        error PlatformApplicationDisabledException 400 PlatformApplicationDisabled message
        error ReplayLimitExceededException 403 ReplayLimitExceeded message
        error ResourceNotFoundException 404 ResourceNotFound message
        error StaleTagException 400 StaleTag message
        error SubscriptionLimitExceededException 403 SubscriptionLimitExceeded message
        error TagLimitExceededException 400 TagLimitExceeded message
        error TagPolicyException 400 TagPolicy message
        error ThrottledException 429 Throttled message
        error TooManyEntriesInBatchRequestException 400 TooManyEntriesInBatchRequest message
        error TopicLimitExceededException 403 TopicLimitExceeded message
        error UserErrorException 400 UserError message
        error ValidationException 400 ValidationException Message
        error VerificationException 400 VerificationException Message
        list ActionsList action member
        structure AddPermissionInput TopicArn*:topicARN Label*:label AWSAccountId*:DelegatesList ActionName*:ActionsList
        string AmazonResourceName 1..1011
        structure BatchResultErrorEntry Id*:String Code*:String Message:String SenderFault*:boolean
        list BatchResultErrorEntryList BatchResultErrorEntry member
        blob Binary
        structure CheckIfPhoneNumberIsOptedOutInput phoneNumber*:PhoneNumber
        structure CheckIfPhoneNumberIsOptedOutResponse isOptedOut:boolean
        structure ConfirmSubscriptionInput TopicArn*:topicARN Token*:token AuthenticateOnUnsubscribe:authenticateOnUnsubscribe
        structure ConfirmSubscriptionResponse SubscriptionArn:subscriptionARN
        structure CreateEndpointResponse EndpointArn:String
        structure CreatePlatformApplicationInput Name*:String Platform*:String Attributes*:MapStringToString
        structure CreatePlatformApplicationResponse PlatformApplicationArn:String
        structure CreatePlatformEndpointInput PlatformApplicationArn*:String Token*:String CustomUserData:String Attributes:MapStringToString
        structure CreateSMSSandboxPhoneNumberInput PhoneNumber*:PhoneNumberString LanguageCode:LanguageCodeString
        structure CreateSMSSandboxPhoneNumberResult 
        structure CreateTopicInput Name*:topicName Attributes:TopicAttributesMap Tags:TagList DataProtectionPolicy:attributeValue
        structure CreateTopicResponse TopicArn:topicARN
        list DelegatesList delegate member
        structure DeleteEndpointInput EndpointArn*:String
        structure DeletePlatformApplicationInput PlatformApplicationArn*:String
        structure DeleteSMSSandboxPhoneNumberInput PhoneNumber*:PhoneNumberString
        structure DeleteSMSSandboxPhoneNumberResult 
        structure DeleteTopicInput TopicArn*:topicARN
        structure Endpoint EndpointArn:String Attributes:MapStringToString
        structure GetDataProtectionPolicyInput ResourceArn*:topicARN
        structure GetDataProtectionPolicyResponse DataProtectionPolicy:attributeValue
        structure GetEndpointAttributesInput EndpointArn*:String
        structure GetEndpointAttributesResponse Attributes:MapStringToString
        structure GetPlatformApplicationAttributesInput PlatformApplicationArn*:String
        structure GetPlatformApplicationAttributesResponse Attributes:MapStringToString
        structure GetSMSAttributesInput attributes:ListString
        structure GetSMSAttributesResponse attributes:MapStringToString
        structure GetSMSSandboxAccountStatusInput 
        structure GetSMSSandboxAccountStatusResult IsInSandbox*:boolean
        structure GetSubscriptionAttributesInput SubscriptionArn*:subscriptionARN
        structure GetSubscriptionAttributesResponse Attributes:SubscriptionAttributesMap
        structure GetTopicAttributesInput TopicArn*:topicARN
        structure GetTopicAttributesResponse Attributes:TopicAttributesMap
        string Iso2CountryCode ..2 pattern ^[A-Za-z]{2}$
        string LanguageCodeString enum en-US,en-GB,es-419,es-ES,de-DE,fr-CA,fr-FR,it-IT,ja-JP,pt-BR,kr-KR,zh-CN,zh-TW
        structure ListEndpointsByPlatformApplicationInput PlatformApplicationArn*:String NextToken:String
        structure ListEndpointsByPlatformApplicationResponse Endpoints:ListOfEndpoints NextToken:String
        list ListOfEndpoints Endpoint member
        list ListOfPlatformApplications PlatformApplication member
        structure ListOriginationNumbersRequest NextToken:nextToken MaxResults:MaxItemsListOriginationNumbers
        structure ListOriginationNumbersResult NextToken:nextToken PhoneNumbers:PhoneNumberInformationList
        structure ListPhoneNumbersOptedOutInput nextToken:string
        structure ListPhoneNumbersOptedOutResponse phoneNumbers:PhoneNumberList nextToken:string
        structure ListPlatformApplicationsInput NextToken:String
        structure ListPlatformApplicationsResponse PlatformApplications:ListOfPlatformApplications NextToken:String
        structure ListSMSSandboxPhoneNumbersInput NextToken:nextToken MaxResults:MaxItems
        structure ListSMSSandboxPhoneNumbersResult PhoneNumbers*:SMSSandboxPhoneNumberList NextToken:string
        list ListString String member
        structure ListSubscriptionsByTopicInput TopicArn*:topicARN NextToken:nextToken
        structure ListSubscriptionsByTopicResponse Subscriptions:SubscriptionsList NextToken:nextToken
        structure ListSubscriptionsInput NextToken:nextToken
        structure ListSubscriptionsResponse Subscriptions:SubscriptionsList NextToken:nextToken
        structure ListTagsForResourceRequest ResourceArn*:AmazonResourceName
        structure ListTagsForResourceResponse Tags:TagList
        structure ListTopicsInput NextToken:nextToken
        structure ListTopicsResponse Topics:TopicsList NextToken:nextToken
        map MapStringToString String String key value
        integer MaxItems 1..100
        integer MaxItemsListOriginationNumbers 1..30
        map MessageAttributeMap String MessageAttributeValue Name Value
        structure MessageAttributeValue DataType*:String StringValue:String BinaryValue:Binary
        string NumberCapability enum SMS,MMS,VOICE
        list NumberCapabilityList NumberCapability member
        string OTPCode 5..8 pattern ^[0-9]+$
        structure OptInPhoneNumberInput phoneNumber*:PhoneNumber
        structure OptInPhoneNumberResponse 
        string PhoneNumber sensitive
        structure PhoneNumberInformation CreatedAt:Timestamp PhoneNumber:PhoneNumber Status:String Iso2CountryCode:Iso2CountryCode RouteType:RouteType NumberCapabilities:NumberCapabilityList
        list PhoneNumberInformationList PhoneNumberInformation member
        list PhoneNumberList PhoneNumber member
        string PhoneNumberString ..20 sensitive pattern ^(\+[0-9]{8,}|[0-9]{0,9})$
        structure PlatformApplication PlatformApplicationArn:String Attributes:MapStringToString
        structure PublishBatchInput TopicArn*:topicARN PublishBatchRequestEntries*:PublishBatchRequestEntryList
        structure PublishBatchRequestEntry Id*:String Message*:message Subject:subject MessageStructure:messageStructure MessageAttributes:MessageAttributeMap MessageDeduplicationId:String MessageGroupId:String
        list PublishBatchRequestEntryList PublishBatchRequestEntry member
        structure PublishBatchResponse Successful:PublishBatchResultEntryList Failed:BatchResultErrorEntryList
        structure PublishBatchResultEntry Id:String MessageId:messageId SequenceNumber:String
        list PublishBatchResultEntryList PublishBatchResultEntry member
        structure PublishInput TopicArn:topicARN TargetArn:String PhoneNumber:PhoneNumber Message*:message Subject:subject MessageStructure:messageStructure MessageAttributes:MessageAttributeMap MessageDeduplicationId:String MessageGroupId:String
        structure PublishResponse MessageId:messageId SequenceNumber:String
        structure PutDataProtectionPolicyInput ResourceArn*:topicARN DataProtectionPolicy*:attributeValue
        structure RemovePermissionInput TopicArn*:topicARN Label*:label
        string RouteType enum Transactional,Promotional,Premium
        structure SMSSandboxPhoneNumber PhoneNumber:PhoneNumberString Status:SMSSandboxPhoneNumberVerificationStatus
        list SMSSandboxPhoneNumberList SMSSandboxPhoneNumber member
        string SMSSandboxPhoneNumberVerificationStatus enum Pending,Verified
        structure SetEndpointAttributesInput EndpointArn*:String Attributes*:MapStringToString
        structure SetPlatformApplicationAttributesInput PlatformApplicationArn*:String Attributes*:MapStringToString
        structure SetSMSAttributesInput attributes*:MapStringToString
        structure SetSMSAttributesResponse 
        structure SetSubscriptionAttributesInput SubscriptionArn*:subscriptionARN AttributeName*:attributeName AttributeValue:attributeValue
        structure SetTopicAttributesInput TopicArn*:topicARN AttributeName*:attributeName AttributeValue:attributeValue
        string String
        structure SubscribeInput TopicArn*:topicARN Protocol*:protocol Endpoint:endpoint Attributes:SubscriptionAttributesMap ReturnSubscriptionArn:boolean
        structure SubscribeResponse SubscriptionArn:subscriptionARN
        structure Subscription SubscriptionArn:subscriptionARN Owner:account Protocol:protocol Endpoint:endpoint TopicArn:topicARN
        map SubscriptionAttributesMap attributeName attributeValue key value
        list SubscriptionsList Subscription member
        structure Tag Key*:TagKey Value*:TagValue
        string TagKey 1..128
        list TagKeyList TagKey member
        list TagList Tag member
        structure TagResourceRequest ResourceArn*:AmazonResourceName Tags*:TagList
        structure TagResourceResponse 
        string TagValue 0..256
        timestamp Timestamp
        structure Topic TopicArn:topicARN
        map TopicAttributesMap attributeName attributeValue key value
        list TopicsList Topic member
        structure UnsubscribeInput SubscriptionArn*:subscriptionARN
        structure UntagResourceRequest ResourceArn*:AmazonResourceName TagKeys*:TagKeyList
        structure UntagResourceResponse 
        structure VerifySMSSandboxPhoneNumberInput PhoneNumber*:PhoneNumberString OneTimePassword*:OTPCode
        structure VerifySMSSandboxPhoneNumberResult 
        string account
        string action
        string attributeName
        string attributeValue
        string authenticateOnUnsubscribe
        boolean boolean
        string delegate
        string endpoint
        string label
        string message
        string messageId
        string messageStructure
        string nextToken
        string protocol
        string string
        string subject
        string subscriptionARN
        string token
        string topicARN
        string topicName
        """#)
}
