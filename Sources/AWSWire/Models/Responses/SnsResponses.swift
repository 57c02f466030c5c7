// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `sns`.
    static let sns = ModelReader.read(
        #"""
        service sns - - - - coral
        action checkIfPhoneNumberIsOptedOut - CheckIfPhoneNumberIsOptedOutResponse
        action confirmSubscription - ConfirmSubscriptionResponse
        action createPlatformApplication - CreatePlatformApplicationResponse
        action createPlatformEndpoint - CreateEndpointResponse
        action createSMSSandboxPhoneNumber - CreateSMSSandboxPhoneNumberResult
        action createTopic - CreateTopicResponse
        action deleteSMSSandboxPhoneNumber - DeleteSMSSandboxPhoneNumberResult
        action getDataProtectionPolicy - GetDataProtectionPolicyResponse
        action getEndpointAttributes - GetEndpointAttributesResponse
        action getPlatformApplicationAttributes - GetPlatformApplicationAttributesResponse
        action getSMSAttributes - GetSMSAttributesResponse
        action getSMSSandboxAccountStatus - GetSMSSandboxAccountStatusResult
        action getSubscriptionAttributes - GetSubscriptionAttributesResponse
        action getTopicAttributes - GetTopicAttributesResponse
        action listEndpointsByPlatformApplication - ListEndpointsByPlatformApplicationResponse
        action listOriginationNumbers - ListOriginationNumbersResult
        action listPhoneNumbersOptedOut - ListPhoneNumbersOptedOutResponse
        action listPlatformApplications - ListPlatformApplicationsResponse
        action listSMSSandboxPhoneNumbers - ListSMSSandboxPhoneNumbersResult
        action listSubscriptions - ListSubscriptionsResponse
        action listSubscriptionsByTopic - ListSubscriptionsByTopicResponse
        action listTagsForResource - ListTagsForResourceResponse
        action listTopics - ListTopicsResponse
        action optInPhoneNumber - OptInPhoneNumberResponse
        action publish - PublishResponse
        action publishBatch - PublishBatchResponse
        action setSMSAttributes - SetSMSAttributesResponse
        action subscribe - SubscribeResponse
        action tagResource - TagResourceResponse
        action untagResource - UntagResourceResponse
        action verifySMSSandboxPhoneNumber - VerifySMSSandboxPhoneNumberResult
        boolean -boolean
        list BatchResultErrorEntryList BatchResultErrorEntry -
        list ListOfEndpoints Endpoint -
        list ListOfPlatformApplications PlatformApplication -
        list NumberCapabilityList NumberCapability -
        list PhoneNumberInformationList PhoneNumberInformation -
        list PhoneNumberList -string -
        list PublishBatchResultEntryList PublishBatchResultEntry -
        list SMSSandboxPhoneNumberList SMSSandboxPhoneNumber -
        list SubscriptionsList Subscription -
        list TagList Tag -
        list TopicsList Topic -
        map MapStringToString -string -string - -
        map SubscriptionAttributesMap -string -string - -
        map TopicAttributesMap -string -string - -
        string -string
        string Iso2CountryCode ..2
        string NumberCapability enum SMS,MMS,VOICE
        string PhoneNumberString ..20
        string RouteType enum Transactional,Promotional,Premium
        string SMSSandboxPhoneNumberVerificationStatus enum Pending,Verified
        string TagKey 1..128
        string TagValue 0..256
        structure BatchResultErrorEntry Id*:-string Code*:-string Message:-string SenderFault*:-boolean
        structure CheckIfPhoneNumberIsOptedOutResponse IsOptedOut:-boolean
        structure ConfirmSubscriptionResponse SubscriptionArn:-string
        structure CreateEndpointResponse EndpointArn:-string
        structure CreatePlatformApplicationResponse PlatformApplicationArn:-string
        structure CreateSMSSandboxPhoneNumberResult
        structure CreateTopicResponse TopicArn:-string
        structure DeleteSMSSandboxPhoneNumberResult
        structure Endpoint EndpointArn:-string Attributes:MapStringToString
        structure GetDataProtectionPolicyResponse DataProtectionPolicy:-string
        structure GetEndpointAttributesResponse Attributes:MapStringToString
        structure GetPlatformApplicationAttributesResponse Attributes:MapStringToString
        structure GetSMSAttributesResponse Attributes:MapStringToString
        structure GetSMSSandboxAccountStatusResult IsInSandbox*:-boolean
        structure GetSubscriptionAttributesResponse Attributes:SubscriptionAttributesMap
        structure GetTopicAttributesResponse Attributes:TopicAttributesMap
        structure ListEndpointsByPlatformApplicationResponse Endpoints:ListOfEndpoints NextToken:-string
        structure ListOriginationNumbersResult NextToken:-string PhoneNumbers:PhoneNumberInformationList
        structure ListPhoneNumbersOptedOutResponse PhoneNumbers:PhoneNumberList NextToken:-string
        structure ListPlatformApplicationsResponse PlatformApplications:ListOfPlatformApplications NextToken:-string
        structure ListSMSSandboxPhoneNumbersResult PhoneNumbers*:SMSSandboxPhoneNumberList NextToken:-string
        structure ListSubscriptionsByTopicResponse Subscriptions:SubscriptionsList NextToken:-string
        structure ListSubscriptionsResponse Subscriptions:SubscriptionsList NextToken:-string
        structure ListTagsForResourceResponse Tags:TagList
        structure ListTopicsResponse Topics:TopicsList NextToken:-string
        structure OptInPhoneNumberResponse
        structure PhoneNumberInformation CreatedAt:-timestamp PhoneNumber:-string Status:-string Iso2CountryCode:Iso2CountryCode RouteType:RouteType NumberCapabilities:NumberCapabilityList
        structure PlatformApplication PlatformApplicationArn:-string Attributes:MapStringToString
        structure PublishBatchResponse Successful:PublishBatchResultEntryList Failed:BatchResultErrorEntryList
        structure PublishBatchResultEntry Id:-string MessageId:-string SequenceNumber:-string
        structure PublishResponse MessageId:-string SequenceNumber:-string
        structure SMSSandboxPhoneNumber PhoneNumber:PhoneNumberString Status:SMSSandboxPhoneNumberVerificationStatus
        structure SetSMSAttributesResponse
        structure SubscribeResponse SubscriptionArn:-string
        structure Subscription SubscriptionArn:-string Owner:-string Protocol:-string Endpoint:-string TopicArn:-string
        structure Tag Key*:TagKey Value*:TagValue
        structure TagResourceResponse
        structure Topic TopicArn:-string
        structure UntagResourceResponse
        structure VerifySMSSandboxPhoneNumberResult
        timestamp -timestamp
        """#)
}
