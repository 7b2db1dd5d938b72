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
for (var number = 1; number <= 10; number++)
    _ = new WebServiceStack(app, environment, network, edge, $"s{number:000}", number);
app.Synth();
