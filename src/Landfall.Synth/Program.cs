using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;

return LandfallHost.Run(args, (plan, options) => new LandfallApp(plan, options));
