var app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();
Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/health", () => "ok");
app.Run();
