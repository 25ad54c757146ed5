using TeacherDevPlan.Api.Hosting;

return await CommandLine.RunAsync(args);
