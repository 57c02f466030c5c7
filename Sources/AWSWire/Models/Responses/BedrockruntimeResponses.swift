// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `bedrockruntime`.
    static let bedrockruntime = ModelReader.read(
        #"""
        service bedrockruntime - - - - coral
        action converse - ConverseResponse
        action invokeModel - InvokeModelResponse
        blob -blob
        blob AudioSourceBytesBlob 1..
        blob Body 0..25000000
        blob DocumentSourceBytesBlob 1..
        blob GuardrailConverseImageSourceBytesBlob 1..
        blob ImageSourceBytesBlob 1..
        blob VideoSourceBytesBlob 1..
        boolean -boolean
        double GuardrailAutomatedReasoningTranslationConfidence 0..1
        double GuardrailContextualGroundingFilterScoreDouble 0..1
        double GuardrailContextualGroundingFilterThresholdDouble 0..1
        integer -integer
        integer CacheDetailInputTokensInteger 0..
        integer DocumentCharLocationDocumentIndexInteger 0..
        integer DocumentCharLocationEndInteger 0..
        integer DocumentCharLocationStartInteger 0..
        integer DocumentChunkLocationDocumentIndexInteger 0..
        integer DocumentChunkLocationEndInteger 0..
        integer DocumentChunkLocationStartInteger 0..
        integer DocumentPageLocationDocumentIndexInteger 0..
        integer DocumentPageLocationEndInteger 0..
        integer DocumentPageLocationStartInteger 0..
        integer SearchResultLocationEndInteger 0..
        integer SearchResultLocationSearchResultIndexInteger 0..
        integer SearchResultLocationStartInteger 0..
        integer TokenUsageCacheReadInputTokensInteger 0..
        integer TokenUsageCacheWriteInputTokensInteger 0..
        integer TokenUsageInputTokensInteger 0..
        integer TokenUsageOutputTokensInteger 0..
        integer TokenUsageTotalTokensInteger 0..
        list CacheDetailsList CacheDetail -
        list CitationGeneratedContentList CitationGeneratedContent -
        list CitationSourceContentList CitationSourceContent -
        list Citations Citation -
        list ContentBlocks ContentBlock -
        list DocumentContentBlocks DocumentContentBlock -
        list GuardrailAssessmentList GuardrailAssessment -
        list GuardrailAutomatedReasoningDifferenceScenarioList GuardrailAutomatedReasoningScenario - 0..2
        list GuardrailAutomatedReasoningFindingList GuardrailAutomatedReasoningFinding -
        list GuardrailAutomatedReasoningInputTextReferenceList GuardrailAutomatedReasoningInputTextReference -
        list GuardrailAutomatedReasoningRuleList GuardrailAutomatedReasoningRule -
        list GuardrailAutomatedReasoningStatementList GuardrailAutomatedReasoningStatement -
        list GuardrailAutomatedReasoningTranslationList GuardrailAutomatedReasoningTranslation -
        list GuardrailAutomatedReasoningTranslationOptionList GuardrailAutomatedReasoningTranslationOption - 0..2
        list GuardrailContentFilterList GuardrailContentFilter -
        list GuardrailContextualGroundingFilters GuardrailContextualGroundingFilter -
        list GuardrailConverseContentQualifierList GuardrailConverseContentQualifier -
        list GuardrailCustomWordList GuardrailCustomWord -
        list GuardrailManagedWordList GuardrailManagedWord -
        list GuardrailOriginList GuardrailOrigin -
        list GuardrailPiiEntityFilterList GuardrailPiiEntityFilter -
        list GuardrailRegexFilterList GuardrailRegexFilter -
        list GuardrailTopicList GuardrailTopic -
        list ModelOutputs -string -
        list SearchResultContentBlocks SearchResultContentBlock -
        list ToolResultContentBlocks ToolResultContentBlock -
        map GuardrailAssessmentListMap -string GuardrailAssessmentList - -
        map GuardrailAssessmentMap -string GuardrailAssessment - -
        string -string
        string AudioFormat enum mp3,opus,wav,aac,flac,mp4,ogg,mkv,mka,x-aac,m4a,mpeg,mpga,pcm,webm
        string AutomatedReasoningRuleIdentifier 0..12
        string CachePointType enum default
        string CacheTTL enum 5m,1h
        string ConversationRole enum user,assistant
        string DocumentBlockNameString 1..200
        string DocumentFormat enum pdf,csv,doc,docx,xls,xlsx,html,txt,md
        string GuardrailArn 0..2048
        string GuardrailAutomatedReasoningLogicWarningType enum ALWAYS_FALSE,ALWAYS_TRUE
        string GuardrailAutomatedReasoningPolicyVersionArn 0..2048
        string GuardrailAutomatedReasoningStatementLogicContent 0..1000
        string GuardrailAutomatedReasoningStatementNaturalLanguageContent 0..1000
        string GuardrailContentFilterConfidence enum NONE,LOW,MEDIUM,HIGH
        string GuardrailContentFilterStrength enum NONE,LOW,MEDIUM,HIGH
        string GuardrailContentFilterType enum INSULTS,HATE,SEXUAL,VIOLENCE,MISCONDUCT,PROMPT_ATTACK
        string GuardrailContentPolicyAction enum BLOCKED,NONE
        string GuardrailContextualGroundingFilterType enum GROUNDING,RELEVANCE
        string GuardrailContextualGroundingPolicyAction enum BLOCKED,NONE
        string GuardrailConverseContentQualifier enum grounding_source,query,guard_content
        string GuardrailConverseImageFormat enum png,jpeg
        string GuardrailId 0..2048
        string GuardrailManagedWordType enum PROFANITY
        string GuardrailOrigin enum REQUEST,ACCOUNT_ENFORCED,ORGANIZATION_ENFORCED
        string GuardrailOwnership enum SELF,CROSS_ACCOUNT
        string GuardrailPiiEntityType enum ADDRESS,AGE,AWS_ACCESS_KEY,AWS_SECRET_KEY,CA_HEALTH_NUMBER,CA_SOCIAL_INSURANCE_NUMBER,CREDIT_DEBIT_CARD_CVV,CREDIT_DEBIT_CARD_EXPIRY,CREDIT_DEBIT_CARD_NUMBER,DRIVER_ID,EMAIL,INTERNATIONAL_BANK_ACCOUNT_NUMBER,IP_ADDRESS,LICENSE_PLATE,MAC_ADDRESS,NAME,PASSWORD,PHONE,PIN,SWIFT_CODE,UK_NATIONAL_HEALTH_SERVICE_NUMBER,UK_NATIONAL_INSURANCE_NUMBER,UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER,URL,USERNAME,US_BANK_ACCOUNT_NUMBER,US_BANK_ROUTING_NUMBER,US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER,US_PASSPORT_NUMBER,US_SOCIAL_SECURITY_NUMBER,VEHICLE_IDENTIFICATION_NUMBER
        string GuardrailSensitiveInformationPolicyAction enum ANONYMIZED,BLOCKED,NONE
        string GuardrailTopicPolicyAction enum BLOCKED,NONE
        string GuardrailTopicType enum DENY
        string GuardrailWordPolicyAction enum BLOCKED,NONE
        string ImageFormat enum png,jpeg,gif,webp
        string PerformanceConfigLatency enum standard,optimized
        string S3Uri 1..1024
        string ServiceTierType enum priority,default,flex,reserved
        string StopReason enum end_turn,tool_use,max_tokens,stop_sequence,guardrail_intervened,content_filtered,malformed_model_output,malformed_tool_use,model_context_window_exceeded
        string ToolName 1..64
        string ToolResultStatus enum success,error
        string ToolUseId 1..64
        string ToolUseType enum server_tool_use
        string VideoFormat enum mkv,mov,mp4,webm,flv,mpeg,mpg,wmv,three_gp
        structure AppliedGuardrailDetails GuardrailId:GuardrailId GuardrailVersion:-string GuardrailArn:GuardrailArn GuardrailOrigin:GuardrailOriginList GuardrailOwnership:GuardrailOwnership
        structure AudioBlock Format*:AudioFormat Source*:AudioSource Error:ErrorBlock
        structure AudioSource Bytes:AudioSourceBytesBlob S3Location:S3Location
        structure CacheDetail Ttl*:CacheTTL InputTokens*:CacheDetailInputTokensInteger
        structure CachePointBlock Type*:CachePointType Ttl:CacheTTL
        structure Citation Title:-string Source:-string SourceContent:CitationSourceContentList Location:CitationLocation
        structure CitationGeneratedContent Text:-string
        structure CitationLocation Web:WebLocation DocumentChar:DocumentCharLocation DocumentPage:DocumentPageLocation DocumentChunk:DocumentChunkLocation SearchResultLocation:SearchResultLocation
        structure CitationSourceContent Text:-string
        structure CitationsConfig Enabled*:-boolean
        structure CitationsContentBlock Content:CitationGeneratedContentList Citations:Citations
        structure ContentBlock Text:-string Image:ImageBlock Document:DocumentBlock Video:VideoBlock Audio:AudioBlock ToolUse:ToolUseBlock ToolResult:ToolResultBlock GuardContent:GuardrailConverseContentBlock CachePoint:CachePointBlock ReasoningContent:ReasoningContentBlock CitationsContent:CitationsContentBlock SearchResult:SearchResultBlock
        structure ConverseMetrics LatencyMs*:-integer
        structure ConverseOutput Message:Message
        structure ConverseResponse Output*:ConverseOutput StopReason*:StopReason Usage*:TokenUsage Metrics*:ConverseMetrics Trace:ConverseTrace PerformanceConfig:PerformanceConfiguration ServiceTier:ServiceTier
        structure ConverseTrace Guardrail:GuardrailTraceAssessment PromptRouter:PromptRouterTrace
        structure DocumentBlock Format:DocumentFormat Name*:DocumentBlockNameString Source*:DocumentSource Context:-string Citations:CitationsConfig
        structure DocumentCharLocation DocumentIndex:DocumentCharLocationDocumentIndexInteger Start:DocumentCharLocationStartInteger End:DocumentCharLocationEndInteger
        structure DocumentChunkLocation DocumentIndex:DocumentChunkLocationDocumentIndexInteger Start:DocumentChunkLocationStartInteger End:DocumentChunkLocationEndInteger
        structure DocumentContentBlock Text:-string
        structure DocumentPageLocation DocumentIndex:DocumentPageLocationDocumentIndexInteger Start:DocumentPageLocationStartInteger End:DocumentPageLocationEndInteger
        structure DocumentSource Bytes:DocumentSourceBytesBlob S3Location:S3Location Text:-string Content:DocumentContentBlocks
        structure ErrorBlock Message:-string
        structure GuardrailAssessment TopicPolicy:GuardrailTopicPolicyAssessment ContentPolicy:GuardrailContentPolicyAssessment WordPolicy:GuardrailWordPolicyAssessment SensitiveInformationPolicy:GuardrailSensitiveInformationPolicyAssessment ContextualGroundingPolicy:GuardrailContextualGroundingPolicyAssessment AutomatedReasoningPolicy:GuardrailAutomatedReasoningPolicyAssessment InvocationMetrics:GuardrailInvocationMetrics AppliedGuardrailDetails:AppliedGuardrailDetails
        structure GuardrailAutomatedReasoningFinding Valid:GuardrailAutomatedReasoningValidFinding Invalid:GuardrailAutomatedReasoningInvalidFinding Satisfiable:GuardrailAutomatedReasoningSatisfiableFinding Impossible:GuardrailAutomatedReasoningImpossibleFinding TranslationAmbiguous:GuardrailAutomatedReasoningTranslationAmbiguousFinding TooComplex:GuardrailAutomatedReasoningTooComplexFinding NoTranslations:GuardrailAutomatedReasoningNoTranslationsFinding
        structure GuardrailAutomatedReasoningImpossibleFinding Translation:GuardrailAutomatedReasoningTranslation ContradictingRules:GuardrailAutomatedReasoningRuleList LogicWarning:GuardrailAutomatedReasoningLogicWarning
        structure GuardrailAutomatedReasoningInputTextReference Text:GuardrailAutomatedReasoningStatementNaturalLanguageContent
        structure GuardrailAutomatedReasoningInvalidFinding Translation:GuardrailAutomatedReasoningTranslation ContradictingRules:GuardrailAutomatedReasoningRuleList LogicWarning:GuardrailAutomatedReasoningLogicWarning
        structure GuardrailAutomatedReasoningLogicWarning Type:GuardrailAutomatedReasoningLogicWarningType Premises:GuardrailAutomatedReasoningStatementList Claims:GuardrailAutomatedReasoningStatementList
        structure GuardrailAutomatedReasoningNoTranslationsFinding
        structure GuardrailAutomatedReasoningPolicyAssessment Findings:GuardrailAutomatedReasoningFindingList
        structure GuardrailAutomatedReasoningRule Identifier:AutomatedReasoningRuleIdentifier PolicyVersionArn:GuardrailAutomatedReasoningPolicyVersionArn
        structure GuardrailAutomatedReasoningSatisfiableFinding Translation:GuardrailAutomatedReasoningTranslation ClaimsTrueScenario:GuardrailAutomatedReasoningScenario ClaimsFalseScenario:GuardrailAutomatedReasoningScenario LogicWarning:GuardrailAutomatedReasoningLogicWarning
        structure GuardrailAutomatedReasoningScenario Statements:GuardrailAutomatedReasoningStatementList
        structure GuardrailAutomatedReasoningStatement Logic:GuardrailAutomatedReasoningStatementLogicContent NaturalLanguage:GuardrailAutomatedReasoningStatementNaturalLanguageContent
        structure GuardrailAutomatedReasoningTooComplexFinding
        structure GuardrailAutomatedReasoningTranslation Premises:GuardrailAutomatedReasoningStatementList Claims:GuardrailAutomatedReasoningStatementList UntranslatedPremises:GuardrailAutomatedReasoningInputTextReferenceList UntranslatedClaims:GuardrailAutomatedReasoningInputTextReferenceList Confidence:GuardrailAutomatedReasoningTranslationConfidence
        structure GuardrailAutomatedReasoningTranslationAmbiguousFinding Options:GuardrailAutomatedReasoningTranslationOptionList DifferenceScenarios:GuardrailAutomatedReasoningDifferenceScenarioList
        structure GuardrailAutomatedReasoningTranslationOption Translations:GuardrailAutomatedReasoningTranslationList
        structure GuardrailAutomatedReasoningValidFinding Translation:GuardrailAutomatedReasoningTranslation ClaimsTrueScenario:GuardrailAutomatedReasoningScenario SupportingRules:GuardrailAutomatedReasoningRuleList LogicWarning:GuardrailAutomatedReasoningLogicWarning
        structure GuardrailContentFilter Type*:GuardrailContentFilterType Confidence*:GuardrailContentFilterConfidence FilterStrength:GuardrailContentFilterStrength Action*:GuardrailContentPolicyAction Detected:-boolean
        structure GuardrailContentPolicyAssessment Filters*:GuardrailContentFilterList
        structure GuardrailContextualGroundingFilter Type*:GuardrailContextualGroundingFilterType Threshold*:GuardrailContextualGroundingFilterThresholdDouble Score*:GuardrailContextualGroundingFilterScoreDouble Action*:GuardrailContextualGroundingPolicyAction Detected:-boolean
        structure GuardrailContextualGroundingPolicyAssessment Filters:GuardrailContextualGroundingFilters
        structure GuardrailConverseContentBlock Text:GuardrailConverseTextBlock Image:GuardrailConverseImageBlock
        structure GuardrailConverseImageBlock Format*:GuardrailConverseImageFormat Source*:GuardrailConverseImageSource
        structure GuardrailConverseImageSource Bytes:GuardrailConverseImageSourceBytesBlob
        structure GuardrailConverseTextBlock Text*:-string Qualifiers:GuardrailConverseContentQualifierList
        structure GuardrailCoverage TextCharacters:GuardrailTextCharactersCoverage Images:GuardrailImageCoverage
        structure GuardrailCustomWord Match*:-string Action*:GuardrailWordPolicyAction Detected:-boolean
        structure GuardrailImageCoverage Guarded:-integer Total:-integer
        structure GuardrailInvocationMetrics GuardrailProcessingLatency:-integer Usage:GuardrailUsage GuardrailCoverage:GuardrailCoverage
        structure GuardrailManagedWord Match*:-string Type*:GuardrailManagedWordType Action*:GuardrailWordPolicyAction Detected:-boolean
        structure GuardrailPiiEntityFilter Match*:-string Type*:GuardrailPiiEntityType Action*:GuardrailSensitiveInformationPolicyAction Detected:-boolean
        structure GuardrailRegexFilter Name:-string Match:-string Regex:-string Action*:GuardrailSensitiveInformationPolicyAction Detected:-boolean
        structure GuardrailSensitiveInformationPolicyAssessment PiiEntities*:GuardrailPiiEntityFilterList Regexes*:GuardrailRegexFilterList
        structure GuardrailTextCharactersCoverage Guarded:-integer Total:-integer
        structure GuardrailTopic Name*:-string Type*:GuardrailTopicType Action*:GuardrailTopicPolicyAction Detected:-boolean
        structure GuardrailTopicPolicyAssessment Topics*:GuardrailTopicList
        structure GuardrailTraceAssessment ModelOutput:ModelOutputs InputAssessment:GuardrailAssessmentMap OutputAssessments:GuardrailAssessmentListMap ActionReason:-string
        structure GuardrailUsage TopicPolicyUnits*:-integer ContentPolicyUnits*:-integer WordPolicyUnits*:-integer SensitiveInformationPolicyUnits*:-integer SensitiveInformationPolicyFreeUnits*:-integer ContextualGroundingPolicyUnits*:-integer ContentPolicyImageUnits:-integer AutomatedReasoningPolicyUnits:-integer AutomatedReasoningPolicies:-integer
        structure GuardrailWordPolicyAssessment CustomWords*:GuardrailCustomWordList ManagedWordLists*:GuardrailManagedWordList
        structure ImageBlock Format*:ImageFormat Source*:ImageSource Error:ErrorBlock
        structure ImageSource Bytes:ImageSourceBytesBlob S3Location:S3Location
        structure InvokeModelResponse Body*:Body ContentType*:-string PerformanceConfigLatency:PerformanceConfigLatency ServiceTier:ServiceTierType
        structure Message Role*:ConversationRole Content*:ContentBlocks
        structure PerformanceConfiguration Latency:PerformanceConfigLatency
        structure PromptRouterTrace InvokedModelId:-string
        structure ReasoningContentBlock ReasoningText:ReasoningTextBlock RedactedContent:-blob
        structure ReasoningTextBlock Text*:-string Signature:-string
        structure S3Location Uri*:S3Uri BucketOwner:-string
        structure SearchResultBlock Source*:-string Title*:-string Content*:SearchResultContentBlocks Citations:CitationsConfig
        structure SearchResultContentBlock Text*:-string
        structure SearchResultLocation SearchResultIndex:SearchResultLocationSearchResultIndexInteger Start:SearchResultLocationStartInteger End:SearchResultLocationEndInteger
        structure ServiceTier Type*:ServiceTierType
        structure TokenUsage InputTokens*:TokenUsageInputTokensInteger OutputTokens*:TokenUsageOutputTokensInteger TotalTokens*:TokenUsageTotalTokensInteger CacheReadInputTokens:TokenUsageCacheReadInputTokensInteger CacheWriteInputTokens:TokenUsageCacheWriteInputTokensInteger CacheDetails:CacheDetailsList
        structure ToolResultBlock ToolUseId*:ToolUseId Content*:ToolResultContentBlocks Status:ToolResultStatus Type:-string
        structure ToolResultContentBlock Text:-string Image:ImageBlock Document:DocumentBlock Video:VideoBlock SearchResult:SearchResultBlock
        structure ToolUseBlock ToolUseId*:ToolUseId Name*:ToolName Type:ToolUseType
        structure VideoBlock Format*:VideoFormat Source*:VideoSource
        structure VideoSource Bytes:VideoSourceBytesBlob S3Location:S3Location
        structure WebLocation Url:-string Domain:-string
        """#)
}
