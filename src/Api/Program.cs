using System.Globalization;
using TeacherDevPlan.Api.Hosting;

// The same texts wherever it runs: in the culture of Thailand, years would be told in the Buddhist era.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return await CommandLine.RunAsync(args);
