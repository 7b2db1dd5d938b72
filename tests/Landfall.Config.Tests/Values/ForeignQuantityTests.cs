using Landfall.Config.Tests.Samples;
using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class ForeignQuantityTests
{
    private static readonly string[] Units = ["256", "512", "1024"];

    [Theory]
    [InlineData("30", "30s")]
    [InlineData("30 seconds", "30s")]
    [InlineData("5min", "5m")]
    [InlineData("1.5h", "1h30m")]
    [InlineData("2 weeks", "14d")]
    [InlineData("1 Day", "1d")]
    [InlineData("250 milliseconds", "250ms")]
    [InlineData("PT1M30S", "1m30s")]
    [InlineData("P14D", "14d")]
    [InlineData("P-1D", null)]
    [InlineData("PT", null)]
    [InlineData("-5s", null)]
    [InlineData("0", null)]
    [InlineData("3 moons", null)]
    [InlineData("99999999 weeks", null)]
    public void Duration_OfAnotherTool_IsWrittenAsHere(string text, string? here) => Assert.Equal(here, ForeignQuantity.Duration(text));

    [Theory]
    [InlineData("512Mi", "512MiB")]
    [InlineData("512m", "512MiB")]
    [InlineData("1g", "1GiB")]
    [InlineData("0.5 GB", "512MiB")]
    [InlineData("1.5Gi", "1536MiB")]
    [InlineData("2048k", "2MiB")]
    [InlineData("1TB", "1024GiB")]
    [InlineData("1500k", null)]
    [InlineData("20 apples", null)]
    [InlineData("0Gi", null)]
    [InlineData("9999999TB", null)]
    public void SizeOf_OfAnotherTool_IsWrittenAsHere(string text, string? here) => Assert.Equal(here, ForeignQuantity.SizeOf(text));

    [Theory]
    [InlineData("0.25", "256")]
    [InlineData(".25 vCPU", null)]
    [InlineData("0.25 vCPU", "256")]
    [InlineData("250m", "256")]
    [InlineData("256m", "512")]
    [InlineData("500m", "512")]
    [InlineData("1", "1024")]
    [InlineData("1 vCPU", "1024")]
    [InlineData("16", null)]
    [InlineData("0", null)]
    [InlineData("333", null)]
    public void CpuUnits_OfAnotherTool_AreTheLeastThatAreAsMuch(string text, string? units) => Assert.Equal(units, ForeignQuantity.CpuUnits(text, Units));

    [Theory]
    [InlineData("8080:80", "80")]
    [InlineData("80/tcp", "80")]
    [InlineData("127.0.0.1:8080:80", "80")]
    [InlineData("eighty", null)]
    public void ContainerPort_AsDockerPublishesIt_IsTheLast(string text, string? port) => Assert.Equal(port, ForeignQuantity.ContainerPort(text));

    [Theory]
    [InlineData("Yes", "true")]
    [InlineData("off", "false")]
    [InlineData("disabled", "false")]
    [InlineData("maybe", null)]
    public void Boolean_OfAnotherDialect_IsTrueOrFalse(string text, string? here) => Assert.Equal(here, ForeignQuantity.Boolean(text));

    [Theory]
    [InlineData("cpu: 0.25", "'cpu' is '0.25', but has to be one of 256, 512, 1024, 2048, 4096, 8192, 16384. '0.25' is 256 here.")]
    [InlineData("cpu: 500m", "'cpu' is '500m', but has to be a whole number. '500m' is 512 here.")]
    [InlineData("port: 8080:80", "'port' is '8080:80', but has to be a whole number. '8080:80' is 80 here.")]
    [InlineData("port: \"80\"", "'port' is \"80\", but has to be a whole number. Without quotes it is: 80.")]
    [InlineData("memory: 512Mi", "'memory' is '512Mi', but has to be a size such as 512MiB or 2GB, or a plain number of MiB. '512Mi' is 512MiB here.")]
    [InlineData("logRetention: 2 weeks", "'logRetention' is '2 weeks', but has to be a duration with units, such as 60s, 10m, 1h30m or 7d. '2 weeks' is 14d here.")]
    [InlineData("exec: yes", "'exec' is 'yes', but has to be true or false. 'yes' is true here.")]
    [InlineData("scale: { min: 1, max: 3, cpu: 0.8 }", "'cpu' is 0.8, but has to be from 10% to 95%. '0.8' is 80 here.")]
    [InlineData("port: eighty", "'port' is 'eighty', but has to be a whole number.")]
    public void Load_AmountOfAnotherTool_IsAnsweredWithTheRightForm(string line, string message)
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + $"services: {{ a: {{ type: internal, image: n, {line} }} }}\n").Problems);

        Assert.Equal(message, problem.Message);
    }
}
