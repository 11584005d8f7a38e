using BackOffice.Web;

return await BackOfficeApp.RunAsync(args);
