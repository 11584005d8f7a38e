using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BackOffice.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenCasesAndReadNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_IsOpen_DeadlineAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_IsOpen_PromisedOn",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AirlinePnr",
                table: "Cases",
                column: "AirlinePnr");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Open",
                table: "Cases",
                column: "Id",
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenFlagged",
                table: "Cases",
                column: "Flag",
                filter: "\"IsOpen\" AND \"Flag\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenOfOwner",
                table: "Cases",
                column: "OwnerId",
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenPromised",
                table: "Cases",
                column: "PromisedOn",
                filter: "\"IsOpen\" AND \"PromisedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Stray",
                table: "Notices",
                column: "LastReceivedAt",
                filter: "\"Result\" IN ('unknown-order', 'other-number')");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_CaseId_Id",
                table: "Approvals",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_EndedAt_Id",
                table: "Approvals",
                columns: new[] { "EndedAt", "Id" });

            // Whatever the partner wrote: people search for a locator in capital letters.
            migrationBuilder.Sql(
                """
                UPDATE "Cases" SET "AirlinePnr" = upper("AirlinePnr") WHERE "AirlinePnr" <> upper("AirlinePnr");
                """);

            // So they do for an order's number, and by it cases are found and held: Atlas's echo was kept as it came. What a card refund holds is a payment.
            migrationBuilder.Sql(
                """
                UPDATE OR IGNORE "Cases" SET "OrderNo" = upper("OrderNo"), "Holds" = CASE WHEN "Holds" = "OrderNo" THEN upper("Holds") ELSE "Holds" END
                WHERE "OrderNo" <> upper("OrderNo");
                UPDATE OR IGNORE "Attempts" SET "OrderNo" = upper("OrderNo"), "Holds" = CASE WHEN "Holds" = "OrderNo" THEN upper("Holds") ELSE "Holds" END,
                    "Subject" = CASE WHEN "Subject" = "OrderNo" THEN upper("Subject") ELSE "Subject" END
                WHERE "OrderNo" <> upper("OrderNo");
                """);

            // What was read is not read again, and it may carry passengers' papers. What could not be opened was not read.
            migrationBuilder.Sql(
                """
                UPDATE "Notices" SET "Sealed" = X'' WHERE "ProcessedAt" IS NOT NULL AND "Result" <> 'unreadable';
                """);

            // What comes back on the agency's card Atlas never sees: its zero is no amount.
            migrationBuilder.Sql(
                """
                UPDATE "Cases" SET "ActualBack" = NULL WHERE "State" = 'completed-on-card' AND "ActualBack" LIKE '%:0';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_AirlinePnr",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Open",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenFlagged",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenOfOwner",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenPromised",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Stray",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Approvals_CaseId_Id",
                table: "Approvals");

            migrationBuilder.DropIndex(
                name: "IX_Approvals_EndedAt_Id",
                table: "Approvals");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_IsOpen_DeadlineAt",
                table: "Cases",
                columns: new[] { "IsOpen", "DeadlineAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_IsOpen_PromisedOn",
                table: "Cases",
                columns: new[] { "IsOpen", "PromisedOn" });
        }
    }
}
