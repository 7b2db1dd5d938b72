using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;
using Landfall.Constructs.Tests.Foundation;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Hosting;

public sealed class LandfallHostTests
{
    [Fact]
    public void Run_PlanThatDoesNotExist_IsAUserError() => Assert.Equal(1, Run("/nowhere/plan.json"));

    [Fact]
    public void Run_FileThatIsNoPlan_IsAUserError()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{");
            Assert.Equal(1, Run(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Run_TemplateThatBreaksARule_FailsOnlyWhereChecked(bool nag, int expected)
    {
        var folder = Directory.CreateTempSubdirectory("landfall-host-");
        try
        {
            var plan = Path.Combine(folder.FullName, "plan.json");
            File.WriteAllText(plan, PlanFile.Write(SmallPlan.Create()));
            string[] args = ["--plan", plan, "--project", ".", "--output", Path.Combine(folder.FullName, "out")];

            Assert.Equal(expected, Synthesis.Alone(() => LandfallHost.Run(
                nag ? [.. args, "--nag"] : args,
                (read, options) => new AppWithOpenQueue(read, options))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 0)]
    public void Run_QuotaOfTheAccount_HoldsTheTemplates(double subnets, int expected)
    {
        using var folder = new TemporaryFolder();
        var limited = SmallPlan.Create() with { Quotas = new Dictionary<string, double> { ["AWS::EC2::Subnet/number"] = subnets } };
        var plan = folder.Write("plan.json", PlanFile.Write(limited));
        string[] args = ["--plan", plan, "--project", ".", "--output", Path.Combine(folder.Path, "out")];

        Assert.Equal(expected, Synthesis.Alone(() => LandfallHost.Run(args, (read, options) => new LandfallApp(read, options))));
    }

    private static int Run(string plan) => LandfallHost.Run(
        ["--plan", plan, "--project", ".", "--output", "/nowhere"],
        (read, options) => new LandfallApp(read, options));
}
