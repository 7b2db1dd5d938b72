using System.ComponentModel;
using System.Reflection;

namespace Landfall.Config;

/// <summary>Every code that a user can meet, with its meaning. A code never changes its meaning.</summary>
/// <remarks>
/// LF10xx reading the file, LF11xx its structure, LF12xx references, LF13xx values, LF14xx network,
/// LF15xx names and AWS identities, LF16xx environments and recorded facts, LF20xx synthesis.
/// </remarks>
public static class ErrorCodes
{
    /// <summary>No configuration file.</summary>
    [Description("There is no configuration file at the given place.")]
    public const string FileMissing = "LF1001";

    /// <summary>More than one configuration file.</summary>
    [Description("A folder holds more than one configuration file.")]
    public const string FileAmbiguous = "LF1002";

    /// <summary>The file cannot be read.</summary>
    [Description("The file cannot be opened: a folder, a device, or no permission.")]
    public const string FileUnreadable = "LF1003";

    /// <summary>The file is too large.</summary>
    [Description("The file is larger than 1 MiB.")]
    public const string FileTooLarge = "LF1004";

    /// <summary>The file is not text.</summary>
    [Description("The file is not UTF-8 text.")]
    public const string FileNotText = "LF1005";

    /// <summary>The file is empty.</summary>
    [Description("The file holds nothing.")]
    public const string FileEmpty = "LF1006";

    /// <summary>Syntax error.</summary>
    [Description("The file is not valid YAML or JSON.")]
    public const string Syntax = "LF1007";

    /// <summary>Several YAML documents.</summary>
    [Description("The file holds more than one YAML document.")]
    public const string SeveralDocuments = "LF1008";

    /// <summary>Too deep or too much.</summary>
    [Description("The file nests too deeply, or has too many values, keys or environments.")]
    public const string TooComplex = "LF1009";

    /// <summary>A key occurs twice.</summary>
    [Description("A mapping has the same key twice.")]
    public const string DuplicateKey = "LF1010";

    /// <summary>An environment variable is not set.</summary>
    [Description("The file refers to an environment variable that is not set.")]
    public const string VariableUnset = "LF1011";

    /// <summary>A reference to an environment variable is malformed.</summary>
    [Description("A reference to an environment variable is malformed.")]
    public const string VariableMalformed = "LF1012";

    /// <summary>Too many problems.</summary>
    [Description("The file has so many problems that the search for more was stopped.")]
    public const string TooManyProblems = "LF1013";

    /// <summary>Unknown key.</summary>
    [Description("A key does not exist at this place.")]
    public const string UnknownKey = "LF1101";

    /// <summary>Wrong type.</summary>
    [Description("A value is of the wrong type.")]
    public const string WrongType = "LF1102";

    /// <summary>Missing key.</summary>
    [Description("A key that is needed is missing.")]
    public const string MissingKey = "LF1103";

    /// <summary>A key of other service types.</summary>
    [Description("A key exists only for other types of service.")]
    public const string KeyOfOtherType = "LF1104";

    /// <summary>Not one of the allowed words.</summary>
    [Description("A value is not one of the allowed ones.")]
    public const string NotAllowed = "LF1105";

    /// <summary>Out of range.</summary>
    [Description("A value is smaller or larger than allowed.")]
    public const string OutOfRange = "LF1106";

    /// <summary>Malformed.</summary>
    [Description("A value is not written the way it has to be.")]
    public const string Malformed = "LF1107";

    /// <summary>Too few or too many items.</summary>
    [Description("A list has too few or too many items.")]
    public const string ItemCount = "LF1108";

    /// <summary>A reference to nothing.</summary>
    [Description("A name refers to nothing in the file.")]
    public const string UnknownReference = "LF1201";

    /// <summary>A reference to the wrong kind of thing.</summary>
    [Description("A name refers to something of the wrong kind.")]
    public const string WrongReference = "LF1202";

    /// <summary>A cycle.</summary>
    [Description("Services use each other in a circle.")]
    public const string Cycle = "LF1203";

    /// <summary>One name for two things.</summary>
    [Description("Two things have the same name.")]
    public const string DuplicateName = "LF1204";

    /// <summary>Used twice.</summary>
    [Description("A service lists the same thing twice.")]
    public const string DuplicateUse = "LF1205";

    /// <summary>An access that the kind does not have.</summary>
    [Description("The access asked for does not exist for this kind of thing.")]
    public const string AccessNotSupported = "LF1206";

    /// <summary>Environment variables collide.</summary>
    [Description("Two sources would set the same environment variable of a container.")]
    public const string VariableCollision = "LF1207";

    /// <summary>An environment name in a service that does not exist.</summary>
    [Description("A service has settings for an environment that does not exist.")]
    public const string UnknownServiceEnvironment = "LF1208";

    /// <summary>An override is no part of a resource.</summary>
    [Description("A patch in `overrides` does not begin with a part of a CloudFormation resource, such as `Properties`.")]
    public const string OverridePart = "LF1209";

    /// <summary>Not a Fargate size.</summary>
    [Description("The pair of cpu and memory does not exist on Fargate.")]
    public const string FargateSize = "LF1301";

    /// <summary>Bad schedule.</summary>
    [Description("A schedule is neither a valid cron expression nor a valid rate.")]
    public const string Schedule = "LF1302";

    /// <summary>Unknown time zone.</summary>
    [Description("A time zone is not in the IANA database.")]
    public const string TimeZone = "LF1303";

    /// <summary>Minimum above maximum.</summary>
    [Description("A minimum is larger than its maximum.")]
    public const string MinAboveMax = "LF1304";

    /// <summary>Not a retention step.</summary>
    [Description("A retention is not one of CloudWatch's steps.")]
    public const string Retention = "LF1305";

    /// <summary>Health check times that exclude each other.</summary>
    [Description("The times of a health check contradict each other.")]
    public const string HealthTimes = "LF1306";

    /// <summary>Two services on one route.</summary>
    [Description("Two services answer for the same host and path.")]
    public const string DuplicateRoute = "LF1307";

    /// <summary>A deployment strategy that the service cannot have.</summary>
    [Description("A deployment strategy does not exist for this service.")]
    public const string DeployStrategy = "LF1308";

    /// <summary>Ports collide.</summary>
    [Description("Two containers of a task listen on the same port.")]
    public const string PortCollision = "LF1309";

    /// <summary>Scaling settings that exclude each other.</summary>
    [Description("Settings for scaling contradict each other or are not complete.")]
    public const string Scaling = "LF1310";

    /// <summary>Database settings that do not belong to the engine.</summary>
    [Description("A setting does not belong to this database engine, or contradicts another.")]
    public const string DatabaseSetting = "LF1311";

    /// <summary>Something needs a domain.</summary>
    [Description("A setting needs a domain or a user pool that the environment does not have.")]
    public const string NeedsDomain = "LF1312";

    /// <summary>Table keys that contradict each other.</summary>
    [Description("The keys of a table or its indexes contradict each other, or there are too many.")]
    public const string TableKeys = "LF1313";

    /// <summary>An image that is named badly or in two ways.</summary>
    [Description("An image is not a registry reference and not a build.")]
    public const string Image = "LF1314";

    /// <summary>A path that leaves the project or does not fit the load balancer.</summary>
    [Description("A path does not fit the place where it is used.")]
    public const string Path = "LF1315";

    /// <summary>Recipient of notifications malformed.</summary>
    [Description("A recipient of notifications is neither a mail address nor an https address.")]
    public const string Recipient = "LF1316";

    /// <summary>An image that the network cannot reach.</summary>
    [Description("An image is in a registry that tasks without a way to the internet cannot reach (a warning).")]
    public const string ImageUnreachable = "LF1317";

    /// <summary>A setting without effect.</summary>
    [Description("A setting has no effect where it is given (a warning).")]
    public const string NoEffect = "LF1318";

    /// <summary>Malformed address block.</summary>
    [Description("An address block is malformed or not private.")]
    public const string Cidr = "LF1401";

    /// <summary>Address block too small.</summary>
    [Description("An address block is too small or too large for the network.")]
    public const string CidrSize = "LF1402";

    /// <summary>Address blocks overlap.</summary>
    [Description("Two address blocks overlap.")]
    public const string CidrOverlap = "LF1403";

    /// <summary>An imported network with settings of a new one.</summary>
    [Description("The settings of the network contradict each other.")]
    public const string NetworkSetting = "LF1404";

    /// <summary>Malformed account.</summary>
    [Description("An AWS account is not twelve digits.")]
    public const string Account = "LF1501";

    /// <summary>Unknown region.</summary>
    [Description("An environment has no AWS region, or one that does not exist.")]
    public const string Region = "LF1502";

    /// <summary>A name with characters that are not allowed.</summary>
    [Description("A name has characters that are not allowed.")]
    public const string NameCharacters = "LF1503";

    /// <summary>A name that is too long for AWS.</summary>
    [Description("A name that is derived from this one would be longer than AWS allows.")]
    public const string NameLength = "LF1504";

    /// <summary>A name that Landfall uses itself.</summary>
    [Description("A name is taken by Landfall itself.")]
    public const string NameReserved = "LF1505";

    /// <summary>Domain and zone do not fit.</summary>
    [Description("A domain name is malformed or not inside its zone.")]
    public const string Domain = "LF1506";

    /// <summary>Unknown environment.</summary>
    [Description("The environment asked for is not in the file.")]
    public const string UnknownEnvironment = "LF1601";

    /// <summary>Recorded facts are missing.</summary>
    [Description("A fact about the AWS account is needed that has not been recorded yet.")]
    public const string ContextMissing = "LF1602";

    /// <summary>Recorded facts cannot be read.</summary>
    [Description("The file with recorded facts is malformed.")]
    public const string ContextMalformed = "LF1603";

    /// <summary>An override matches nothing.</summary>
    [Description("A path in `overrides` names no stack or resource, or no part of a resource.")]
    public const string OverrideUnmatched = "LF2001";

    /// <summary>A host adds a stack that is not the environment's.</summary>
    [Description("The host that `extend` names adds a stack that is not the environment's, so that nobody would find it again.")]
    public const string StackOutsideEnvironment = "LF2002";

    /// <summary>Every code with its meaning, in order.</summary>
    /// <returns>Pairs of code and meaning.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> All() =>
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => KeyValuePair.Create(
                (string)field.GetRawConstantValue()!,
                field.GetCustomAttribute<DescriptionAttribute>()!.Description))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)];
}
