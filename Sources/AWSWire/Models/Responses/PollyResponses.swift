// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `polly`.
    static let polly = ModelReader.read(
        #"""
        service polly - - - - coral
        action deleteLexicon - DeleteLexiconOutput
        action describeVoices - DescribeVoicesOutput
        action getLexicon - GetLexiconOutput
        action getSpeechSynthesisTask - GetSpeechSynthesisTaskOutput
        action listLexicons - ListLexiconsOutput
        action listSpeechSynthesisTasks - ListSpeechSynthesisTasksOutput
        action putLexicon - PutLexiconOutput
        action startSpeechSynthesisStream - StartSpeechSynthesisStreamOutput
        action startSpeechSynthesisTask - StartSpeechSynthesisTaskOutput
        action synthesizeSpeech - SynthesizeSpeechOutput
        blob -blob
        integer -integer
        list EngineList Engine -
        list LanguageCodeList LanguageCode -
        list LexiconDescriptionList LexiconDescription -
        list LexiconNameList -string - ..5
        list SpeechMarkTypeList SpeechMarkType - ..4
        list SynthesisTasks SynthesisTask -
        list ThrottlingReasonList ThrottlingReason -
        list ValidationExceptionFieldList ValidationExceptionField -
        list VoiceList Voice -
        string -string
        string Engine enum standard,neural,long-form,generative
        string Gender enum Female,Male
        string LanguageCode enum arb,cmn-CN,cy-GB,da-DK,de-DE,en-AU,en-GB,en-GB-WLS,en-IN,en-US,es-ES,es-MX,es-US,fr-CA,fr-FR,is-IS,it-IT,ja-JP,hi-IN,ko-KR,nb-NO,nl-NL,pl-PL,pt-BR,pt-PT,ro-RO,ru-RU,sv-SE,tr-TR,en-NZ,en-ZA,ca-ES,de-AT,yue-CN,ar-AE,fi-FI,en-IE,nl-BE,fr-BE,cs-CZ,de-CH,en-SG
        string NextToken 0..4096
        string OutputFormat enum json,mp3,ogg_opus,ogg_vorbis,pcm,mulaw,alaw
        string QuotaCode enum input-stream-inbound-event-timeout,input-stream-timeout
        string ServiceCode enum polly
        string SpeechMarkType enum sentence,ssml,viseme,word
        string TaskStatus enum scheduled,inProgress,completed,failed
        string TextType enum ssml,text
        string ValidationExceptionReason enum unsupportedOperation,fieldValidationFailed,other,invalidInboundEvent
        string VoiceId enum Aditi,Amy,Astrid,Bianca,Brian,Camila,Carla,Carmen,Celine,Chantal,Conchita,Cristiano,Dora,Emma,Enrique,Ewa,Filiz,Gabrielle,Geraint,Giorgio,Gwyneth,Hans,Ines,Ivy,Jacek,Jan,Joanna,Joey,Justin,Karl,Kendra,Kevin,Kimberly,Lea,Liv,Lotte,Lucia,Lupe,Mads,Maja,Marlene,Mathieu,Matthew,Maxim,Mia,Miguel,Mizuki,Naja,Nicole,Olivia,Penelope,Raveena,Ricardo,Ruben,Russell,Salli,Seoyeon,Takumi,Tatyana,Vicki,Vitoria,Zeina,Zhiyu,Aria,Ayanda,Arlet,Hannah,Arthur,Daniel,Liam,Pedro,Kajal,Hiujin,Laura,Elin,Ida,Suvi,Ola,Hala,Andres,Sergio,Remi,Adriano,Thiago,Ruth,Stephen,Kazuha,Tomoko,Niamh,Sofie,Lisa,Isabelle,Zayd,Danielle,Gregory,Burcu,Jitka,Sabrina,Jasmine,Jihye,Ambre,Beatrice,Florian,Lennart,Lorenzo,Tiffany
        structure AudioEvent AudioChunk:-blob
        structure DeleteLexiconOutput
        structure DescribeVoicesOutput Voices:VoiceList NextToken:NextToken
        structure GetLexiconOutput Lexicon:Lexicon LexiconAttributes:LexiconAttributes
        structure GetSpeechSynthesisTaskOutput SynthesisTask:SynthesisTask
        structure Lexicon Content:-string Name:-string
        structure LexiconAttributes Alphabet:-string LanguageCode:LanguageCode LastModified:-timestamp LexiconArn:-string LexemesCount:-integer Size:-integer
        structure LexiconDescription Name:-string Attributes:LexiconAttributes
        structure ListLexiconsOutput Lexicons:LexiconDescriptionList NextToken:NextToken
        structure ListSpeechSynthesisTasksOutput NextToken:NextToken SynthesisTasks:SynthesisTasks
        structure PutLexiconOutput
        structure ServiceFailureException Message:-string
        structure ServiceQuotaExceededException Message*:-string QuotaCode*:QuotaCode ServiceCode*:ServiceCode
        structure StartSpeechSynthesisStreamEventStream AudioEvent:AudioEvent StreamClosedEvent:StreamClosedEvent ValidationException:ValidationException ServiceQuotaExceededException:ServiceQuotaExceededException ServiceFailureException:ServiceFailureException ThrottlingException:ThrottlingException
        structure StartSpeechSynthesisStreamOutput EventStream:StartSpeechSynthesisStreamEventStream
        structure StartSpeechSynthesisTaskOutput SynthesisTask:SynthesisTask
        structure StreamClosedEvent RequestCharacters:-integer
        structure SynthesisTask Engine:Engine TaskId:-string TaskStatus:TaskStatus TaskStatusReason:-string OutputUri:-string CreationTime:-timestamp RequestCharacters:-integer SnsTopicArn:-string LexiconNames:LexiconNameList OutputFormat:OutputFormat SampleRate:-string SpeechMarkTypes:SpeechMarkTypeList TextType:TextType VoiceId:VoiceId LanguageCode:LanguageCode
        structure SynthesizeSpeechOutput AudioStream:-blob ContentType:-string RequestCharacters:-integer
        structure ThrottlingException Message:-string ThrottlingReasons:ThrottlingReasonList
        structure ThrottlingReason Reason:-string Resource:-string
        structure ValidationException Message*:-string Reason*:ValidationExceptionReason Fields:ValidationExceptionFieldList
        structure ValidationExceptionField Name*:-string Message*:-string
        structure Voice Gender:Gender Id:VoiceId LanguageCode:LanguageCode LanguageName:-string Name:-string AdditionalLanguageCodes:LanguageCodeList SupportedEngines:EngineList
        timestamp -timestamp
        """#)
}
