namespace Landfall.Operations;

/// <summary>Every code that the command line itself reports, with its meaning. A code never changes its meaning.</summary>
/// <remarks>
/// LF500x tools, LF502x synthesis and sites, LF503x bootstrap, LF504x local AWS, LF505x targets and choices,
/// LF506x deletion, LF507x images, LF508x init, LF509x questions and AWS, LF51xx network, LF9999 a bug.
/// </remarks>
internal static class CliErrorCodes
{
    /// <summary>Codes and their meanings, in order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("LF5001", "A program that is needed could not be started."),
        new("LF5002", "LANDFALL_TOOLS names a folder without node and the CDK CLI."),
        new("LF5003", "npm could not install node and the CDK CLI."),
        new("LF5020", "LANDFALL_SYNTH_HOST names a file that is not there."),
        new("LF5021", "`extend` names a folder that does not have exactly one project file."),
        new("LF5022", "The synth host does not build, or its package could not be obtained."),
        new("LF5023", "The project that `extend` names is not a program."),
        new("LF5024", "The synth host failed."),
        new("LF5025", "The output folder has files in it that are no cloud assembly."),
        new("LF5026", "A site's output folder is not there."),
        new("LF5027", "A site's source folder is not there."),
        new("LF5028", "A site's build command failed."),
        new("LF5029", "The project that `extend` names does not use Landfall.Constructs, or another version of it."),
        new("LF5030", "The account and region could not be bootstrapped for the CDK."),
        new("LF5041", "Python, which the local AWS runs in, could not be started."),
        new("LF5042", "The local AWS did not start."),
        new("LF5043", "moto, the local AWS, could not be installed."),
        new("LF5050", "AWS does not accept the credentials, or there are none."),
        new("LF5051", "The credentials belong to another account than the environment."),
        new("LF5052", "`--only` names a stack that the environment does not have."),
        new("LF5053", "The local AWS does not run."),
        new("LF5054", "The CDK CLI could not compare the templates with what is deployed."),
        new("LF5055", "`--only` leaves out a stack that is needed and not deployed yet."),
        new("LF5060", "The environment is protected against deletion."),
        new("LF5061", "CloudFormation could not delete a stack."),
        new("LF5062", "A stack's template is not Landfall's, so that what it retains is unknown."),
        new("LF5070", "There is no container engine to build images with."),
        new("LF5071", "The container engine could not build or push an image."),
        new("LF5072", "The image registry refused to answer."),
        new("LF5073", "An image was pushed, but the registry does not list it."),
        new("LF5074", "A Dockerfile or the folder of an image's build is not there."),
        new("LF5080", "`init` would overwrite a file."),
        new("LF5081", "The service type and what the code is written in do not fit."),
        new("LF5082", "`init` has a question, and there is no terminal to ask on."),
        new("LF5083", "What `init` was told does not make a valid file."),
        new("LF5090", "A command wants confirmation, and there is no terminal to ask on."),
        new("LF5091", "A file, a folder or an output stream cannot be read or written."),
        new("LF5092", "The folder that Landfall keeps downloads and state in cannot be written."),
        new("LF5098", "AWS, or another server, does not answer."),
        new("LF5099", "AWS refused a request."),
        new("LF5100", "The region offers the account fewer zones than the environment wants."),
        new("LF5101", "The VPC to import does not exist."),
        new("LF5102", "The VPC to import has no room for the subnets."),
        new("LF5103", "The EMR cluster to import does not exist."),
        new("LF5104", "The EMR cluster is in no VPC that can be imported."),
        new("LF5105", "The account has no hosted zone of the domain's."),
        new("LF5106", "A block that the file gives for a subnet does not fit into the VPC."),
        new("LF9999", "A bug in Landfall."),
    ];
}
