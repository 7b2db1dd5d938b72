using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class DatabaseOfferValidatorTests
{
    [Theory]
    [InlineData("eu-west-1", "engine: mysql")]
    [InlineData("eu-west-1", "engine: postgresql, version: \"17.4\", instance: r7g.large")]
    [InlineData("eu-west-1", "engine: aurora-postgresql, version: 17")]
    [InlineData("ca-west-1", "engine: mysql, instance: t3.micro")]
    [InlineData("ca-west-1", "engine: mysql")]
    [InlineData("ca-west-1", "engine: postgresql")]
    public void Validate_WhatRdsHas_IsAccepted(string region, string database) => Assert.Empty(Problems(region, database));

    [Theory]
    [InlineData("eu-west-1", "engine: mysql, instance: t4g.mikro", "LF1324", "RDS has no t4g.mikro for mysql ('d'). Did you mean 't4g.micro'?")]
    [InlineData("eu-west-1", "engine: mysql, instance: c5.large", "LF1324", "It has m1.*, m2.*")]
    [InlineData("af-south-1", "engine: postgresql, instance: r8g.large", "LF1324", "which af-south-1 does not have for postgres")]
    [InlineData("ca-west-1", "engine: postgresql, instance: t4g.micro", "LF1324", "'d' is a t4g.micro, which ca-west-1 does not have")]
    [InlineData("eu-west-1", "engine: postgresql, version: 99", "LF1323", "postgres has no version 99 ('d'). It has 9, 10,")]
    [InlineData("eu-west-1", "engine: mysql, version: 16", "LF1323", "It has 5.5, 5.6, 5.7, 8.0, 8.4.")]
    [InlineData("eu-west-1", "engine: aurora-mysql, version: \"7.0\"", "LF1323", "aurora-mysql has no version 7.0 ('d'). It has 5.7, 8.0.")]
    [InlineData("eu-west-1", "engine: postgresql, version: 99999999999", "LF1323", "postgres has no version 99999999999 ('d'). It has 9, 10,")]
    public void Validate_WhatRdsDoesNotHave_IsRefused(string region, string database, string code, string expected)
    {
        var problem = Assert.Single(Problems(region, database));

        Assert.Equal((code, ProblemSeverity.Error), (problem.Code, problem.Severity));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("engine: mysql, instance: r9g.large", "LF1324")]
    [InlineData("engine: postgresql, version: 19", "LF1323")]
    public void Validate_WhatMayBeNewer_IsAWarning(string database, string code)
    {
        var problem = Assert.Single(Problems("eu-west-1", database));

        Assert.Equal((code, ProblemSeverity.Warning), (problem.Code, problem.Severity));
    }

    private static IReadOnlyList<Problem> Problems(string region, string database) =>
        TestLoad.Text($"app: shop\nregion: {region}\nenvironments: {{ dev: {{}} }}\ndatabases: {{ d: {{ {database} }} }}\n").Problems;
}
