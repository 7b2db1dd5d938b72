namespace Landfall.Config;

/// <summary>Every code that a user can meet. Its summary is its meaning, and its line of docs/errors.md.</summary>
/// <remarks>A code never changes its meaning, and is never used again. To add one, add two lines.</remarks>
public static class ErrorCodes
{
    // LF10xx: reading the file
    /// <summary>The file has problems, each of which is listed with its own code.</summary>
    public const string FileInvalid = "LF1000";
    /// <summary>There is no configuration file at the given place.</summary>
    public const string FileMissing = "LF1001";
    /// <summary>A folder holds more than one configuration file.</summary>
    public const string FileAmbiguous = "LF1002";
    /// <summary>The file cannot be opened: a folder, a device, or no permission.</summary>
    public const string FileUnreadable = "LF1003";
    /// <summary>The file is larger than 1 MiB.</summary>
    public const string FileTooLarge = "LF1004";
    /// <summary>The file is not UTF-8 text.</summary>
    public const string FileNotText = "LF1005";
    /// <summary>The file holds nothing.</summary>
    public const string FileEmpty = "LF1006";
    /// <summary>The file is not valid YAML or JSON.</summary>
    public const string Syntax = "LF1007";
    /// <summary>The file holds more than one YAML document.</summary>
    public const string SeveralDocuments = "LF1008";
    /// <summary>The file nests too deeply, or has too many values, keys or environments.</summary>
    public const string TooComplex = "LF1009";
    /// <summary>A mapping has the same key twice.</summary>
    public const string DuplicateKey = "LF1010";
    /// <summary>The file refers to an environment variable that is not set.</summary>
    public const string VariableUnset = "LF1011";
    /// <summary>A reference to an environment variable is malformed.</summary>
    public const string VariableMalformed = "LF1012";
    /// <summary>The file has so many problems that the search for more was stopped.</summary>
    public const string TooManyProblems = "LF1013";

    // LF11xx: its structure
    /// <summary>A key does not exist at this place.</summary>
    public const string UnknownKey = "LF1101";
    /// <summary>A value is of the wrong type.</summary>
    public const string WrongType = "LF1102";
    /// <summary>A key that is needed is missing.</summary>
    public const string MissingKey = "LF1103";
    /// <summary>A key exists only for other types of service.</summary>
    public const string KeyOfOtherType = "LF1104";
    /// <summary>A value is not one of the allowed ones.</summary>
    public const string NotAllowed = "LF1105";
    /// <summary>A value is smaller or larger than allowed.</summary>
    public const string OutOfRange = "LF1106";
    /// <summary>A value is not written the way it has to be.</summary>
    public const string Malformed = "LF1107";
    /// <summary>A list has too few or too many items.</summary>
    public const string ItemCount = "LF1108";
    /// <summary>A value has a placeholder of another tool, which nothing replaces here.</summary>
    public const string Placeholder = "LF1109";

    // LF12xx: references
    /// <summary>A name refers to nothing in the file.</summary>
    public const string UnknownReference = "LF1201";
    /// <summary>A name refers to something of the wrong kind.</summary>
    public const string WrongReference = "LF1202";
    /// <summary>Services use each other in a circle.</summary>
    public const string Cycle = "LF1203";
    /// <summary>Two things have the same name.</summary>
    public const string DuplicateName = "LF1204";
    /// <summary>A service lists the same thing twice.</summary>
    public const string DuplicateUse = "LF1205";
    /// <summary>The access asked for does not exist for this kind of thing.</summary>
    public const string AccessNotSupported = "LF1206";
    /// <summary>Two sources would set the same environment variable of a container.</summary>
    public const string VariableCollision = "LF1207";
    /// <summary>A service has settings for an environment that does not exist.</summary>
    public const string UnknownServiceEnvironment = "LF1208";
    /// <summary>A patch in <c>overrides</c> does not begin with a part of a CloudFormation resource, such as <c>Properties</c>.</summary>
    public const string OverridePart = "LF1209";
    /// <summary>A <c>was</c> names what the thing is called today, or what something else is or was called.</summary>
    public const string Rename = "LF1210";
    /// <summary>A patch in <c>overrides</c> sets a property that CloudFormation does not know for the resource's type, that the region does not have, or that AWS alone sets.</summary>
    public const string OverrideProperty = "LF1211";
    /// <summary>A patch in <c>overrides</c> sets a value that CloudFormation does not take for the property, or takes away a needed property.</summary>
    public const string OverrideValue = "LF1212";

    // LF13xx: values
    /// <summary>The pair of cpu and memory does not exist on Fargate.</summary>
    public const string FargateSize = "LF1301";
    /// <summary>A schedule is neither a valid cron expression nor a valid rate.</summary>
    public const string Schedule = "LF1302";
    /// <summary>A time zone is not in the IANA database, or this machine has no data of it.</summary>
    public const string TimeZone = "LF1303";
    /// <summary>A minimum is larger than its maximum.</summary>
    public const string MinAboveMax = "LF1304";
    /// <summary>A retention is not one of CloudWatch's steps.</summary>
    public const string Retention = "LF1305";
    /// <summary>The times of a health check contradict each other.</summary>
    public const string HealthTimes = "LF1306";
    /// <summary>Two services answer for the same host and path.</summary>
    public const string DuplicateRoute = "LF1307";
    /// <summary>A deployment strategy does not exist for this service.</summary>
    public const string DeployStrategy = "LF1308";
    /// <summary>Two containers of a task listen on the same port.</summary>
    public const string PortCollision = "LF1309";
    /// <summary>Settings for scaling contradict each other or are not complete.</summary>
    public const string Scaling = "LF1310";
    /// <summary>A setting does not belong to this database engine, or contradicts another.</summary>
    public const string DatabaseSetting = "LF1311";
    /// <summary>A setting needs a domain or a user pool that the environment does not have.</summary>
    public const string NeedsDomain = "LF1312";
    /// <summary>The keys of a table or its indexes contradict each other, or there are too many.</summary>
    public const string TableKeys = "LF1313";
    /// <summary>An image is not a registry reference and not a build.</summary>
    public const string Image = "LF1314";
    /// <summary>A path does not fit the place where it is used.</summary>
    public const string Path = "LF1315";
    /// <summary>A recipient of notifications is neither a mail address nor an https address that can confirm a subscription.</summary>
    public const string Recipient = "LF1316";
    /// <summary>An image is in a registry that tasks without a way to the internet cannot reach (a warning).</summary>
    public const string ImageUnreachable = "LF1317";
    /// <summary>A setting has no effect where it is given (a warning).</summary>
    public const string NoEffect = "LF1318";
    /// <summary>A service speaks what the way to it does not carry.</summary>
    public const string Protocol = "LF1319";
    /// <summary>The image writes to places that are read-only (a warning).</summary>
    public const string ReadOnlyImage = "LF1320";
    /// <summary>A database's version is out of standard support, so that AWS charges for extended support (a warning).</summary>
    public const string EngineSupport = "LF1321";
    /// <summary>A service calls an AWS service that it cannot reach without NAT (a warning).</summary>
    public const string ServiceUnreachable = "LF1322";
    /// <summary>RDS does not have the version of the engine; a warning where it may be newer than Landfall.</summary>
    public const string DatabaseVersion = "LF1323";
    /// <summary>RDS does not have the instance class, or not in the region; a warning where it may be newer than Landfall.</summary>
    public const string DatabaseClass = "LF1324";
    /// <summary>A check file is not there, or cannot be read as one.</summary>
    public const string CheckFile = "LF1325";
    /// <summary>A check of a rollout is neither a file nor a task, or both.</summary>
    public const string CheckKind = "LF1326";
    /// <summary>Environments of pull requests cannot be made of the one that they copy, or there is none to copy.</summary>
    public const string PreviewSource = "LF1327";

    // LF14xx: network
    /// <summary>An address block is malformed or not private.</summary>
    public const string Cidr = "LF1401";
    /// <summary>An address block is too small or too large for the network.</summary>
    public const string CidrSize = "LF1402";
    /// <summary>Two address blocks overlap.</summary>
    public const string CidrOverlap = "LF1403";
    /// <summary>The settings of the network contradict each other.</summary>
    public const string NetworkSetting = "LF1404";

    // LF15xx: names and AWS identities
    /// <summary>An AWS account is not twelve digits.</summary>
    public const string Account = "LF1501";
    /// <summary>An environment has no AWS region, or one that does not exist.</summary>
    public const string Region = "LF1502";
    /// <summary>A name has characters that are not allowed.</summary>
    public const string NameCharacters = "LF1503";
    /// <summary>A name that is derived from this one would be longer than AWS allows.</summary>
    public const string NameLength = "LF1504";
    /// <summary>A name is taken by Landfall itself.</summary>
    public const string NameReserved = "LF1505";
    /// <summary>A domain name is malformed or not inside its zone.</summary>
    public const string Domain = "LF1506";
    /// <summary>An environment's AWS region does not have what the file asks for.</summary>
    public const string NotInRegion = "LF1507";
    /// <summary>There is more of something than AWS takes, or than it takes before it has raised a quota (then a warning).</summary>
    public const string AwsLimit = "LF1508";
    /// <summary>Two things would have the same name in AWS.</summary>
    public const string NameCollision = "LF1509";

    // LF16xx: environments and recorded facts
    /// <summary>The environment asked for is not in the file.</summary>
    public const string UnknownEnvironment = "LF1601";
    /// <summary>A fact about the AWS account is needed that has not been recorded yet.</summary>
    public const string ContextMissing = "LF1602";
    /// <summary>The file with recorded facts is malformed.</summary>
    public const string ContextMalformed = "LF1603";

    // LF17xx: pipelines
    /// <summary>A pipeline's source is not complete, or contradicts itself or what runs the pipeline.</summary>
    public const string PipelineSource = "LF1701";
    /// <summary>A pipeline deploys to an environment twice.</summary>
    public const string PipelineStage = "LF1702";
    /// <summary>A change waits for approval, but nobody is told of it.</summary>
    public const string ApprovalRecipients = "LF1703";
    /// <summary>It is open whether a pipeline and its environments are in one account.</summary>
    public const string PipelineAccount = "LF1704";
    /// <summary>There is no pipeline of the given name.</summary>
    public const string UnknownPipeline = "LF1705";

    // LF20xx: synthesis
    /// <summary>A path in <c>overrides</c> names no stack or resource, or no part of a resource.</summary>
    public const string OverrideUnmatched = "LF2001";
    /// <summary>The host that <c>extend</c> names adds a stack that is not the environment's, so that nobody would find it again.</summary>
    public const string StackOutsideEnvironment = "LF2002";
    /// <summary>A synthesised template is larger, or a name or value in it another, than AWS takes.</summary>
    public const string TemplateLimit = "LF2003";
    /// <summary>The file has <c>deploy.checks</c>, and this Landfall came without the function that runs them.</summary>
    public const string HookProgramMissing = "LF2004";

    // LF500x: tools
    /// <summary>A program that is needed could not be started.</summary>
    public const string ProgramMissing = "LF5001";
    /// <summary>LANDFALL_TOOLS names a folder without node and the CDK CLI.</summary>
    public const string ToolsIncomplete = "LF5002";
    /// <summary>npm could not install node and the CDK CLI.</summary>
    public const string ToolsNotInstalled = "LF5003";

    // LF502x: synthesis and sites
    /// <summary>LANDFALL_SYNTH_HOST names a file that is not there.</summary>
    public const string SynthHostMissing = "LF5020";
    /// <summary><c>extend</c> names a folder that does not have exactly one project file.</summary>
    public const string ExtendAmbiguous = "LF5021";
    /// <summary>The synth host does not build, or its package could not be obtained.</summary>
    public const string SynthHostNotBuilt = "LF5022";
    /// <summary>The project that <c>extend</c> names is not a program.</summary>
    public const string ExtendNoProgram = "LF5023";
    /// <summary>The synth host failed.</summary>
    public const string SynthesisFailed = "LF5024";
    /// <summary>The output folder has files in it that are no cloud assembly.</summary>
    public const string OutputOccupied = "LF5025";
    /// <summary>A site's output folder is not there.</summary>
    public const string SiteOutputMissing = "LF5026";
    /// <summary>A site's source folder is not there.</summary>
    public const string SiteSourceMissing = "LF5027";
    /// <summary>A site's build command failed.</summary>
    public const string SiteBuildFailed = "LF5028";
    /// <summary>The project that <c>extend</c> names does not use Landfall.Constructs, or another version of it.</summary>
    public const string ExtendVersion = "LF5029";

    // LF503x: bootstrap
    /// <summary>The account and region could not be bootstrapped for the CDK.</summary>
    public const string BootstrapFailed = "LF5030";

    // LF504x: local AWS
    /// <summary>Python, which the local AWS runs in, could not be started.</summary>
    public const string PythonMissing = "LF5041";
    /// <summary>The local AWS did not start.</summary>
    public const string LocalAwsNotStarted = "LF5042";
    /// <summary>moto, the local AWS, could not be installed.</summary>
    public const string MotoNotInstalled = "LF5043";

    // LF505x: targets, choices and deployment
    /// <summary>AWS does not accept the credentials, or there are none.</summary>
    public const string Credentials = "LF5050";
    /// <summary>The credentials belong to another account than the environment.</summary>
    public const string WrongAccount = "LF5051";
    /// <summary><c>--only</c> names a stack that the environment does not have.</summary>
    public const string UnknownStack = "LF5052";
    /// <summary>The local AWS does not run.</summary>
    public const string LocalAwsMissing = "LF5053";
    /// <summary><c>--only</c> leaves out a stack that is needed and not deployed yet.</summary>
    public const string StackNeeded = "LF5055";
    /// <summary>CloudFormation or the CDK CLI could not deploy.</summary>
    public const string DeploymentFailed = "LF5056";
    /// <summary>Somebody else works on the environment.</summary>
    public const string EnvironmentLocked = "LF5057";
    /// <summary>Old and new resources of a stack together are more than CloudFormation takes in a template.</summary>
    public const string TemplateTooLarge = "LF5058";
    /// <summary>A stack is in a state in which CloudFormation changes nothing.</summary>
    public const string StackStuck = "LF5059";

    // LF506x: deletion, and what is not deployed
    /// <summary>The environment is protected against deletion.</summary>
    public const string Protected = "LF5060";
    /// <summary>CloudFormation could not delete a stack.</summary>
    public const string DeletionFailed = "LF5061";
    /// <summary>A stack's template is not Landfall's, so that what it retains is unknown.</summary>
    public const string ForeignTemplate = "LF5062";
    /// <summary>A stack is deployed, but its deletion protection could not be turned on.</summary>
    public const string NotProtected = "LF5063";
    /// <summary>The environment is not deployed, so that there is nothing to work on.</summary>
    public const string NotDeployed = "LF5064";
    /// <summary>A stack of a name that is wanted is there already and is not the environment's.</summary>
    public const string StackForeign = "LF5065";

    // LF507x: images
    /// <summary>There is no container engine to build images with.</summary>
    public const string ContainerEngineMissing = "LF5070";
    /// <summary>The container engine could not build or push an image.</summary>
    public const string ImageFailed = "LF5071";
    /// <summary>The image registry refused to answer.</summary>
    public const string RegistryRefused = "LF5072";
    /// <summary>An image was pushed, but the registry does not list it.</summary>
    public const string ImageUnlisted = "LF5073";
    /// <summary>A Dockerfile or the folder of an image's build is not there.</summary>
    public const string DockerfileMissing = "LF5074";
    /// <summary>A folder with images is none, is damaged, or lacks an image that is to be deployed.</summary>
    public const string ImagesFolder = "LF5075";

    // LF508x: init
    /// <summary><c>init</c> would overwrite a file.</summary>
    public const string FileInTheWay = "LF5080";
    /// <summary>The service type and what the code is written in do not fit.</summary>
    public const string ServiceKindMismatch = "LF5081";
    /// <summary><c>init</c> has a question, and there is no terminal to ask on.</summary>
    public const string AnswerNeeded = "LF5082";
    /// <summary>What <c>init</c> was told does not make a valid file.</summary>
    public const string AnswersInvalid = "LF5083";

    // LF509x: questions, files and AWS
    /// <summary>A command wants confirmation, and there is no terminal to ask on.</summary>
    public const string ConfirmationNeeded = "LF5090";
    /// <summary>A file, a folder or an output stream cannot be read or written.</summary>
    public const string FileAccess = "LF5091";
    /// <summary>The folder that Landfall keeps downloads and state in cannot be written.</summary>
    public const string HomeNotWritable = "LF5092";
    /// <summary>What an operation would do was not agreed to.</summary>
    public const string NotAgreed = "LF5093";
    /// <summary>The command was stopped before its end.</summary>
    public const string Cancelled = "LF5094";
    /// <summary>The words of the command line are no command and no option, or do not go together.</summary>
    public const string NotACommandLine = "LF5095";
    /// <summary>The AWS profile that the file names has no credentials on this machine.</summary>
    public const string ProfileMissing = "LF5097";
    /// <summary>AWS, or another server, does not answer.</summary>
    public const string NoAnswer = "LF5098";
    /// <summary>AWS refused a request.</summary>
    public const string AwsRefused = "LF5099";

    // LF51xx: network
    /// <summary>The region offers the account fewer zones than the environment wants.</summary>
    public const string ZonesMissing = "LF5100";
    /// <summary>The VPC to import does not exist.</summary>
    public const string VpcMissing = "LF5101";
    /// <summary>The VPC to import has no room for the subnets.</summary>
    public const string VpcFull = "LF5102";
    /// <summary>The EMR cluster to import does not exist.</summary>
    public const string EmrClusterMissing = "LF5103";
    /// <summary>The EMR cluster is in no VPC that can be imported.</summary>
    public const string EmrClusterVpcMissing = "LF5104";
    /// <summary>The account has no hosted zone of the domain's.</summary>
    public const string HostedZoneMissing = "LF5105";
    /// <summary>A block that the file gives for a subnet does not fit into the VPC.</summary>
    public const string GivenBlocksUnfit = "LF5106";
    /// <summary>A database wants a version of its engine that the region does not offer.</summary>
    public const string EngineVersionMissing = "LF5107";

    // LF512x: changes
    /// <summary>AWS would refuse a step of the change; nothing was touched.</summary>
    public const string ChangeRefused = "LF5120";
    /// <summary>The change does harm that nobody has agreed to; nothing was touched.</summary>
    public const string HarmNotAgreed = "LF5121";
    /// <summary>What runs or what is wanted is no longer what was approved.</summary>
    public const string ChangeMoved = "LF5122";
    /// <summary><c>--change</c> names a file without a change.</summary>
    public const string ChangeFileUnreadable = "LF5123";
    /// <summary><c>--against</c> names no commit, or there is no git repository.</summary>
    public const string CommitUnknown = "LF5124";
    /// <summary>A change set of CloudFormation's would do harm that nobody has agreed to.</summary>
    public const string ChangeSetDiffers = "LF5125";

    // LF513x: secrets
    /// <summary>A service is about to be started whose secret has no value.</summary>
    public const string SecretMissing = "LF5130";
    /// <summary>There is no such secret, or its value is not a person's to give.</summary>
    public const string SecretUnknown = "LF5131";
    /// <summary>A secret's value is empty, or longer than AWS takes.</summary>
    public const string SecretValue = "LF5132";

    // LF514x: versions
    /// <summary>The repository's .NET tool manifest pins another version of Landfall.</summary>
    public const string VersionPinned = "LF5140";

    // LF515x: rollouts, checks and releases
    /// <summary>No rollout waits for somebody, or several do.</summary>
    public const string RolloutNotPaused = "LF5150";
    /// <summary>Nothing says what a check file is to be run against, or it is no address.</summary>
    public const string CheckAddress = "LF5151";
    /// <summary>A service cannot be released: it is not there, its image comes another way, or its repository does not have the image.</summary>
    public const string NotReleasable = "LF5152";

    // LF516x: pipelines
    /// <summary>A pipeline would install no certain version of Landfall, because the repository pins none.</summary>
    public const string PipelineUnpinned = "LF5160";
    /// <summary><c>pipeline deploy</c> is for a pipeline that AWS does not run.</summary>
    public const string PipelineService = "LF5161";
    /// <summary>There is no log of a failed build to explain.</summary>
    public const string BuildLog = "LF5162";
    /// <summary>A pipeline that is to be deleted runs.</summary>
    public const string PipelineRuns = "LF5163";

    // LF517x: day two
    /// <summary>The environment has no service of this name.</summary>
    public const string ServiceUnknown = "LF5170";
    /// <summary>What was given to choose lines of logs cannot be read: no time, no duration, or no regular expression.</summary>
    public const string LogChoice = "LF5171";

    // LF518x: migrations
    /// <summary>There is nothing to migrate in the folder.</summary>
    public const string NothingToMigrate = "LF5180";
    /// <summary>A file of another tool's cannot be read.</summary>
    public const string ManifestUnreadable = "LF5181";

    // LF520x: the audit trail
    /// <summary>A change was made, but could not be written into the audit trail.</summary>
    public const string AuditNotWritten = "LF5200";

    // LF521x: services that run
    /// <summary>A service has no tasks that could be changed: it is not deployed, runs none now, is rolled out, or is a job or a site.</summary>
    public const string ServiceNotRunning = "LF5210";
    /// <summary>A number of tasks is none, or numbers do not go together or with the service.</summary>
    public const string ScaleChoice = "LF5211";
    /// <summary>The environment has no database of this name.</summary>
    public const string DatabaseUnknown = "LF5212";
    /// <summary>RDS did not make a snapshot.</summary>
    public const string SnapshotFailed = "LF5213";

    // LF522x: reviews of pull requests
    /// <summary>A review's options are out of range, or do not go together.</summary>
    public const string ReviewOption = "LF5220";
    /// <summary>git cannot give the change that is to be reviewed.</summary>
    public const string ReviewCommit = "LF5221";
    /// <summary>Bedrock cannot ask the model: it is not there, not turned on, or takes no such request.</summary>
    public const string ReviewModel = "LF5222";
    /// <summary>The model's answer is no review.</summary>
    public const string ReviewAnswer = "LF5223";
    // LF522x: environments of pull requests
    /// <summary>There are as many environments of pull requests as the file allows.</summary>
    public const string PreviewLimit = "LF5224";

    // LF522x: dashboards
    /// <summary>The environment has no service of this name, or none of which a dashboard can show anything.</summary>
    public const string DashboardService = "LF5225";

    // LF524x: costs
    /// <summary>An environment would be compared with itself.</summary>
    public const string ComparedWithItself = "LF5240";

    // LF527x: commands, shells and tunnels
    /// <summary>A command cannot be run as it is given: there is none, or what it is given does not go together.</summary>
    public const string RunChoice = "LF5270";
    /// <summary>A command did not run, or ECS has lost its task.</summary>
    public const string RunFailed = "LF5271";
    /// <summary>No session or tunnel can be opened there.</summary>
    public const string SessionClosed = "LF5272";
    /// <summary>The program that attaches to sessions is not on PATH.</summary>
    public const string SessionPluginMissing = "LF5273";
    /// <summary>A copy has to have one end in a container and one on this machine.</summary>
    public const string CopyRoute = "LF5274";
    /// <summary>A file cannot be read or written at one end of a copy, or is there already.</summary>
    public const string CopyFile = "LF5275";
    /// <summary>A file did not come through whole.</summary>
    public const string CopyBroken = "LF5276";

    // LF528x: queues and addresses
    /// <summary>The environment has no queue of this name, or a number that is given for it is out of range.</summary>
    public const string QueueUnknown = "LF5280";
    /// <summary>SQS has not moved all messages back out of a dead-letter queue.</summary>
    public const string RedriveFailed = "LF5281";
    /// <summary>What is to be opened has no address on the internet.</summary>
    public const string NoAddress = "LF5282";

    // LF530x: security
    /// <summary>There is no such folder or file to scan.</summary>
    public const string ScanFolder = "LF5300";
    /// <summary>The file that accepts findings of a scan cannot be used.</summary>
    public const string SuppressionsUnreadable = "LF5301";

    // LF531x: drift
    /// <summary>CloudFormation has not finished looking for drift.</summary>
    public const string DriftUnfinished = "LF5310";

    // LF532x: sizes
    /// <summary>'resize' was given a size that the service or database has not, or none.</summary>
    public const string ResizeChoice = "LF5320";

    // LF533x: fixes of what is not safe
    /// <summary>A file that a fix changes cannot be written.</summary>
    public const string FixNotWritten = "LF5330";
    /// <summary>An option of a fix was given without the fix.</summary>
    public const string FixOptionAlone = "LF5331";
    /// <summary>What a command would change cannot be written into the file.</summary>
    public const string KeysNotWritten = "LF5332";
    /// <summary>Options of 'tune' are in each other's way.</summary>
    public const string TuneOptions = "LF5333";

    // LF535x: what is connected to services, and coming over
    /// <summary>A service and an EMR cluster are where neither reaches the other.</summary>
    public const string EmrClusterOutOfReach = "LF5350";
    /// <summary>The file connects a service and an EMR cluster already.</summary>
    public const string EmrConnectedByFile = "LF5351";
    /// <summary>A rule that opens an EMR cluster to a service is somebody else's.</summary>
    public const string EmrRuleForeign = "LF5352";

    // LF536x: repair
    /// <summary>What is to be repaired, skipped or kept is not there.</summary>
    public const string RepairChoice = "LF5360";
    /// <summary>A stack could not be rolled back when it was repaired.</summary>
    public const string RepairFailed = "LF5361";
    /// <summary>A stack has changed its state since it was looked at.</summary>
    public const string RepairMoved = "LF5362";

    // LF538x: coming over from what runs
    /// <summary>There is no service on ECS to come over from.</summary>
    public const string NoEcsServices = "LF5380";

    // LF540x: checks by tasks
    /// <summary>A service is checked by tasks alone, which run within its rollouts.</summary>
    public const string CheckTasksAlone = "LF5400";

    // LF541x: reports on pull requests
    /// <summary>What a report on a pull request is given is not of the right form.</summary>
    public const string PullOption = "LF5410";
    /// <summary>There is no token for the service that has the pull request, or it is not known there.</summary>
    public const string PullToken = "LF5411";
    /// <summary>The service denies what a report on a pull request needs.</summary>
    public const string PullDenied = "LF5412";
    /// <summary>The service has no such pull request or repository, or does not show it to the token.</summary>
    public const string PullNotFound = "LF5413";
    /// <summary>The service takes no more requests for a while.</summary>
    public const string PullThrottled = "LF5414";
    /// <summary>The service does not answer, has failed, or answers what nobody asked.</summary>
    public const string PullAnswer = "LF5415";

    // LF542x: restoring data
    /// <summary>The environment has no database and no table of this name to restore.</summary>
    public const string RestoreUnknown = "LF5420";
    /// <summary>What data is to be restored from was not said, or is not there.</summary>
    public const string RestoreChoice = "LF5421";
    /// <summary>AWS did not restore a database or table.</summary>
    public const string RestoreFailed = "LF5422";
    /// <summary>What is to be finished or deleted was not restored by Landfall.</summary>
    public const string CopyUnknown = "LF5423";
    /// <summary>Databases that no stack has stand on what would be deleted.</summary>
    public const string GroundInUse = "LF5424";

    // LF543x: traffic away from a zone
    /// <summary>A zone, or the time for which traffic is kept away from it, is none that can be.</summary>
    public const string ShiftChoice = "LF5430";
    /// <summary>There is no load balancer whose traffic can be kept away from a zone.</summary>
    public const string ShiftClosed = "LF5431";
    /// <summary>Traffic is kept away from a zone already, or was changed in the same moment.</summary>
    public const string ShiftConflict = "LF5432";

    // LF544x: documents
    /// <summary>The architecture document cannot be written where it was to be.</summary>
    public const string DocumentNotWritten = "LF5440";

    // LF545x: specifications
    /// <summary>A feature cannot have this name.</summary>
    public const string SpecName = "LF5450";
    /// <summary>There is no such specification.</summary>
    public const string SpecUnknown = "LF5451";
    /// <summary>A file of a specification cannot be read, or its facts cannot be made.</summary>
    public const string SpecUnreadable = "LF5452";
    /// <summary>A file of a specification cannot be written.</summary>
    public const string SpecNotWritten = "LF5453";
    /// <summary>Options of <c>spec check</c> that do not belong together.</summary>
    public const string SpecOption = "LF5454";

    // LF546x: data that was there before
    /// <summary>There is no table and no bucket of this name in the file to take over.</summary>
    public const string ImportUnknown = "LF5460";
    /// <summary>The file does not say what the table or bucket to take over is called in AWS.</summary>
    public const string ImportNoName = "LF5461";
    /// <summary>The environment has the table or bucket already.</summary>
    public const string ImportDone = "LF5462";
    /// <summary>There is no such table or bucket in AWS.</summary>
    public const string ImportMissing = "LF5463";
    /// <summary>Another stack has the table or bucket to take over.</summary>
    public const string ImportOwned = "LF5464";
    /// <summary>The deployment after an import would put an empty table or bucket in the place of the one that was taken over.</summary>
    public const string ImportReplaces = "LF5465";
    /// <summary>CloudFormation did not take a table or bucket over.</summary>
    public const string ImportFailed = "LF5466";

    // LF549x: services on this machine
    /// <summary>What was named does not run on this machine.</summary>
    public const string LocalRunChoice = "LF5490";
    /// <summary>No container engine that runs containers works on this machine.</summary>
    public const string LocalEngineMissing = "LF5491";
    /// <summary>The container engine could not start a container, or a database ended before it was ready.</summary>
    public const string LocalContainerFailed = "LF5492";
    /// <summary>A secret has no value on this machine.</summary>
    public const string LocalSecretMissing = "LF5493";
    /// <summary>No port of this machine is free for a container.</summary>
    public const string LocalPortTaken = "LF5494";
    /// <summary>Containers have no way to what listens on this machine.</summary>
    public const string LocalRouteMissing = "LF5495";
    /// <summary>A file with values for services on this machine cannot be read.</summary>
    public const string LocalValues = "LF5496";
    /// <summary>The release command of a service failed on this machine.</summary>
    public const string LocalReleaseFailed = "LF5497";

    // LF550x: checks in a browser
    /// <summary>There is no browser on this machine that a browser file could be run with, or it does not start.</summary>
    public const string CheckBrowser = "LF5500";
    /// <summary>A browser file that is run on this machine types a secret whose value it was not given.</summary>
    public const string CheckSecret = "LF5501";

    // LF551x: a team's own repository
    /// <summary>The tests of a team's repository cannot be run with such versions, or split over so many builds.</summary>
    public const string TestMatrix = "LF5510";

    /// <summary>Images of a team's pipeline cannot be signed with what is no signing profile of their region.</summary>
    public const string SigningProfile = "LF5511";

    // LF600x: assistants, over the Model Context Protocol
    /// <summary>A tool was called that the server was not allowed to offer, or that is for a person alone.</summary>
    public const string McpOff = "LF6000";
    /// <summary>A tool's argument names a file or folder outside of the server's.</summary>
    public const string McpOutside = "LF6001";
    /// <summary>A tool was called with arguments that it does not take.</summary>
    public const string McpArguments = "LF6002";
    /// <summary>A tool would change something, and the client cannot ask a person to agree.</summary>
    public const string McpCannotAsk = "LF6003";
    /// <summary>The person who was asked did not agree to what a tool would do.</summary>
    public const string McpNotAgreed = "LF6004";
    /// <summary>The file in which a program looks for its assistant's servers cannot be written.</summary>
    public const string McpClientFile = "LF6005";
    /// <summary>The folder that a server is to be started for is not there.</summary>
    public const string McpFolder = "LF6006";

    // LF610x: the operator
    /// <summary>Another operator is at work on the environment.</summary>
    public const string OperatorAtWork = "LF6100";
    /// <summary>Another operator has taken over from this one.</summary>
    public const string OperatorReplaced = "LF6101";
    /// <summary>The file in which the operator keeps what it knows cannot be used.</summary>
    public const string OperatorStore = "LF6102";
    /// <summary>No operator has looked at the environment from this machine.</summary>
    public const string OperatorNever = "LF6103";
    /// <summary>There is no such incident, or it is over.</summary>
    public const string IncidentUnknown = "LF6104";
    /// <summary>How often the operator is to look, or how long it is to wait, is out of range.</summary>
    public const string OperatorTimes = "LF6105";

    /// <summary>A playbook is not sound.</summary>
    public const string PlaybookInvalid = "LF6106";
    /// <summary>There is no such playbook.</summary>
    public const string PlaybookUnknown = "LF6107";
    /// <summary>The mode in which the operator is to repair is none.</summary>
    public const string RepairMode = "LF6108";
    /// <summary>There is no repair that waits for an approval.</summary>
    public const string RepairUnknown = "LF6109";
    /// <summary>How repairs are to be frozen is not clear, or out of range.</summary>
    public const string RepairFreeze = "LF6110";
    /// <summary>The mode that was asked for goes further than the file allows.</summary>
    public const string RepairModeTooWide = "LF6111";
    /// <summary>A repair cannot be approved, because a limit of the file or an order forbids it.</summary>
    public const string RepairForbidden = "LF6112";

    // LF614x: questions
    /// <summary>A question is empty or too long.</summary>
    public const string Question = "LF6140";

    // LF615x: Kubernetes
    /// <summary>No Kubernetes cluster is known, or its API server does not answer or does not let you read.</summary>
    public const string ClusterUnreachable = "LF6150";
    /// <summary>A folder has no saved objects of a cluster.</summary>
    public const string ClusterSnapshot = "LF6151";
    /// <summary>Nothing runs in the namespace that was asked for.</summary>
    public const string ClusterNamespace = "LF6152";

    // LF99xx: bugs
    /// <summary>A bug in Landfall.</summary>
    public const string Bug = "LF9999";
}
