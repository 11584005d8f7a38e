namespace BackOffice.Web.Features.Staff;

/// <summary>An initial password that is on the screen until it has been handed over, and nowhere else.</summary>
public sealed record HandedPassword(Guid UserId, string Name, string Password);
