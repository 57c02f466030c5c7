// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `transcribe`.
    static let transcribe = ModelReader.read(
        #"""
        service transcribe - - - - coral
        action getTranscriptionJob - GetTranscriptionJobResponse
        action listTranscriptionJobs - ListTranscriptionJobsResponse
        action startTranscriptionJob - StartTranscriptionJobResponse
        boolean -boolean
        double -double
        integer MaxAlternatives 2..10
        integer MaxSpeakers 2..30
        integer MediaSampleRateHertz 8000..48000
        integer SubtitleOutputStartIndex 0..1
        list LanguageCodeList LanguageCodeItem -
        list LanguageOptions LanguageCode - 1..
        list PiiEntityTypes PiiEntityType - 0..11
        list SubtitleFileUris Uri -
        list SubtitleFormats SubtitleFormat -
        list TagList Tag - 1..200
        list ToxicityCategories ToxicityCategory - 1..1
        list ToxicityDetection ToxicityDetectionSettings - 1..1
        list TranscriptionJobSummaries TranscriptionJobSummary -
        map LanguageIdSettingsMap LanguageCode LanguageIdSettings - - 1..5
        string -string
        string DataAccessRoleArn 20..2048
        string LanguageCode enum af-ZA,ar-AE,ar-SA,da-DK,de-CH,de-DE,en-AB,en-AU,en-GB,en-IE,en-IN,en-US,en-WL,es-ES,es-US,fa-IR,fr-CA,fr-FR,he-IL,hi-IN,id-ID,it-IT,ja-JP,ko-KR,ms-MY,nl-NL,pt-BR,pt-PT,ru-RU,ta-IN,te-IN,tr-TR,zh-CN,zh-TW,th-TH,en-ZA,en-NZ,vi-VN,sv-SE,ab-GE,ast-ES,az-AZ,ba-RU,be-BY,bg-BG,bn-IN,bs-BA,ca-ES,ckb-IQ,ckb-IR,cs-CZ,cy-WL,el-GR,et-EE,et-ET,eu-ES,fi-FI,gl-ES,gu-IN,ha-NG,hr-HR,hu-HU,hy-AM,is-IS,ka-GE,kab-DZ,kk-KZ,kn-IN,ky-KG,lg-IN,lt-LT,lv-LV,mhr-RU,mi-NZ,mk-MK,ml-IN,mn-MN,mr-IN,mt-MT,no-NO,or-IN,pa-IN,pl-PL,ps-AF,ro-RO,rw-RW,si-LK,sk-SK,sl-SI,so-SO,sr-RS,su-ID,sw-BI,sw-KE,sw-RW,sw-TZ,sw-UG,tl-PH,tt-RU,ug-CN,uk-UA,uz-UZ,wo-SN,zh-HK,zu-ZA
        string MediaFormat enum mp3,mp4,wav,flac,ogg,amr,webm,m4a
        string ModelName 1..200
        string NextToken ..8192
        string OutputLocationType enum CUSTOMER_BUCKET,SERVICE_BUCKET
        string PiiEntityType enum BANK_ACCOUNT_NUMBER,BANK_ROUTING,CREDIT_DEBIT_NUMBER,CREDIT_DEBIT_CVV,CREDIT_DEBIT_EXPIRY,PIN,EMAIL,ADDRESS,NAME,PHONE,SSN,ALL
        string RedactionOutput enum redacted,redacted_and_unredacted
        string RedactionType enum PII
        string SubtitleFormat enum vtt,srt
        string TagKey 1..128
        string TagValue 0..256
        string ToxicityCategory enum ALL
        string TranscriptionJobName 1..200
        string TranscriptionJobStatus enum QUEUED,IN_PROGRESS,FAILED,COMPLETED
        string Uri 1..2000
        string VocabularyFilterMethod enum remove,mask,tag
        string VocabularyFilterName 1..200
        string VocabularyName 1..200
        structure ContentRedaction RedactionType*:RedactionType RedactionOutput*:RedactionOutput PiiEntityTypes:PiiEntityTypes
        structure GetTranscriptionJobResponse TranscriptionJob:TranscriptionJob
        structure JobExecutionSettings AllowDeferredExecution:-boolean DataAccessRoleArn:DataAccessRoleArn
        structure LanguageCodeItem LanguageCode:LanguageCode DurationInSeconds:-double
        structure LanguageIdSettings VocabularyName:VocabularyName VocabularyFilterName:VocabularyFilterName LanguageModelName:ModelName
        structure ListTranscriptionJobsResponse Status:TranscriptionJobStatus NextToken:NextToken TranscriptionJobSummaries:TranscriptionJobSummaries
        structure Media MediaFileUri:Uri RedactedMediaFileUri:Uri
        structure ModelSettings LanguageModelName:ModelName
        structure Settings VocabularyName:VocabularyName ShowSpeakerLabels:-boolean MaxSpeakerLabels:MaxSpeakers ChannelIdentification:-boolean ShowAlternatives:-boolean MaxAlternatives:MaxAlternatives VocabularyFilterName:VocabularyFilterName VocabularyFilterMethod:VocabularyFilterMethod
        structure StartTranscriptionJobResponse TranscriptionJob:TranscriptionJob
        structure SubtitlesOutput Formats:SubtitleFormats SubtitleFileUris:SubtitleFileUris OutputStartIndex:SubtitleOutputStartIndex
        structure Tag Key*:TagKey Value*:TagValue
        structure ToxicityDetectionSettings ToxicityCategories*:ToxicityCategories
        structure Transcript TranscriptFileUri:Uri RedactedTranscriptFileUri:Uri
        structure TranscriptionJob TranscriptionJobName:TranscriptionJobName TranscriptionJobStatus:TranscriptionJobStatus LanguageCode:LanguageCode MediaSampleRateHertz:MediaSampleRateHertz MediaFormat:MediaFormat Media:Media Transcript:Transcript StartTime:-timestamp CreationTime:-timestamp CompletionTime:-timestamp FailureReason:-string Settings:Settings ModelSettings:ModelSettings JobExecutionSettings:JobExecutionSettings ContentRedaction:ContentRedaction IdentifyLanguage:-boolean IdentifyMultipleLanguages:-boolean LanguageOptions:LanguageOptions IdentifiedLanguageScore:-double LanguageCodes:LanguageCodeList Tags:TagList Subtitles:SubtitlesOutput LanguageIdSettings:LanguageIdSettingsMap ToxicityDetection:ToxicityDetection
        structure TranscriptionJobSummary TranscriptionJobName:TranscriptionJobName CreationTime:-timestamp StartTime:-timestamp CompletionTime:-timestamp LanguageCode:LanguageCode TranscriptionJobStatus:TranscriptionJobStatus FailureReason:-string OutputLocationType:OutputLocationType ContentRedaction:ContentRedaction ModelSettings:ModelSettings IdentifyLanguage:-boolean IdentifyMultipleLanguages:-boolean IdentifiedLanguageScore:-double LanguageCodes:LanguageCodeList ToxicityDetection:ToxicityDetection
        timestamp -timestamp
        """#)
}
