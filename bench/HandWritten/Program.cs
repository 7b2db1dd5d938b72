using Amazon.CDK;
using HandWritten;

// Without the tree, usage reporting and template checks that Landfall leaves out too.
var app = new App(new AppProps
{
    Outdir = args[0],
    AnalyticsReporting = false,
    TreeMetadata = false,
    StackTraces = false,
    BuiltinCloudFormationValidation = false,
});
var environment = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" };
var network = new NetworkStack(app, environment);
var edge = new EdgeStack(app, environment, network);
string[] services = [.. Enumerable.Range(1, 10).Select(number => $"s{number:000}")];
foreach (var (index, service) in services.Index())
    _ = new WebServiceStack(app, environment, network, edge, service, index + 1);
network.AddDashboard(services);
app.Synth();
