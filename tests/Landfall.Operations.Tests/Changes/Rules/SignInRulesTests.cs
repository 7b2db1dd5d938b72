namespace Landfall.Operations.Tests.Changes.Rules;

public class SignInRulesTests
{
    [Theory]
    [InlineData("AWS::Cognito::UserPool", """{"UsernameAttributes":["email"]}""", """{"UsernameAttributes":["phone_number"]}""", "refused")]
    [InlineData("AWS::Cognito::UserPool", """{"Schema":[{"Name":"email","Required":true}]}""", """{"Schema":[{"Name":"email","Required":false}]}""", "refused")]
    [InlineData("AWS::Cognito::UserPool", """{"Schema":[{"Name":"email"}]}""", """{"Schema":[{"Name":"email"},{"Name":"team"}]}""", "")]
    [InlineData("AWS::Cognito::UserPool", """{"MfaConfiguration":"ON"}""", """{"MfaConfiguration":"OPTIONAL"}""", "permissions!")]
    [InlineData("AWS::Cognito::UserPool", """{"MfaConfiguration":"OFF"}""", """{"MfaConfiguration":"ON"}""", "interrupts!")]
    [InlineData("AWS::Cognito::UserPool", """{"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true}}""", """{"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":false}}""", "permissions!")]
    [InlineData("AWS::Cognito::UserPool", """{"Policies":{"PasswordPolicy":{"MinimumLength":12}}}""", """{"Policies":{"PasswordPolicy":{"MinimumLength":8}}}""", "permissions!")]
    [InlineData("AWS::Cognito::UserPool", """{"Policies":{"PasswordPolicy":{"MinimumLength":8}}}""", """{"Policies":{"PasswordPolicy":{"MinimumLength":12}}}""", "")]
    [InlineData("AWS::Cognito::UserPoolClient", """{"CallbackURLs":["https://a"]}""", """{"CallbackURLs":["https://b"]}""", "interrupts!,permissions!")]
    [InlineData("AWS::Cognito::UserPoolClient", """{"GenerateSecret":false}""", """{"GenerateSecret":true}""", "interrupts!,replaces!")]
    [InlineData("AWS::SecretsManager::Secret", """{"GenerateSecretString":{"PasswordLength":50}}""", """{"GenerateSecretString":{"PasswordLength":40}}""", "losesData!")]
    [InlineData("AWS::SecretsManager::Secret", """{"GenerateSecretString":{"PasswordLength":50}}""", """{}""", "losesData?!")]
    [InlineData("AWS::SecretsManager::Secret", """{"Description":"a"}""", """{"Description":"b"}""", "")]
    [InlineData("AWS::KMS::Key", """{}""", """{"Enabled":false}""", "interrupts!")]
    public void Change_Property_HasItsEffects(string type, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));

    [Fact]
    public void Change_AddressOfANewSite_IsListedAndHarmsNobody()
    {
        static string Client(string more) => $$$"""{"Client":{"Type":"AWS::Cognito::UserPoolClient","Properties":{"CallbackURLs":["https://a"{{{more}}}]}}""";
        const string Address = ""","Site":{"Type":"AWS::CloudFront::Distribution","Properties":{"DistributionConfig":{"Enabled":true}}}}""";

        var change = Judge.Find(Client("") + "}", Client(""",{"Fn::Join":["",["https://",{"Fn::GetAtt":["Site","DomainName"]}]]}""") + Address);

        Assert.Equal(["permissions"], Judge.Lines(change));
    }
}
