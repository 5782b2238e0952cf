/**
 * The page of the vendor's article "How to link a VoIP phone to a website using Ozeki JavaScript API", its code
 * examples 3 to 9 put together. Corrected are only: script tags that were not closed; `callee`, which is defined
 * nowhere, is `destination`; the label of the caller showed the state on an update. The libraries come from `/`.
 */
const article = `<!DOCTYPE html>
<!-- Important: This file has to be hosted on a web server (e.g. Apache, IIS etc.) -->
<html>
<head>
    <link rel="stylesheet" type="text/css" href="/jquery-ui.min.css" />
    <script type="text/javascript" src="/jquery.min.js"></script>
    <script type="text/javascript" src="/jquery-ui.min.js"></script>
    <script type="text/javascript" src="http://ozekixepbx.ip:7777/WebphoneAPI"></script>
    <script type="text/javascript">
	<!-- Your scripts will be here -->
	//////// Use your settings //////////
	var serverAddress = "ozekixepbx.ip";
	var numberToSubscribe = "1001";
	var securityToken = "nixtwtqHr0qTRk9FcrV8Sg" ;
	////////////////////////////////////

	$( document ).ready(function() {
		OzWebClient.onConnectionStateChanged(connectionStateChanged);
		OzWebClient.connect(serverAddress, securityToken);
	});

function connectionStateChanged(info) {
	if (info.State == ConnectionState.ACCESS_GRANTED)
		OzWebClient.onSessionCreated (sessionCreated);
	else if (info.State == ConnectionState.ACCESS_DENIED)
		console.log("Please check the login details of the Webphone Extension!");
	else
		console.log("Please check the availability of the PBX!");
}	

function sessionCreated(session) {
	session.onSessionStateChanged(sessionStateChanged);
}

function sessionStateChanged(session, sessionState ) {
	if (session.caller == numberToSubscribe || session.callee == numberToSubscribe){
		showPopUp(session.source, session.destination, session.direction, session.sessionState);
	}
}

function showPopUp(source, destination, direction, state){
    if ($("#NoficationPopup").length > 0){
            $("#lbCaller").html('Caller: ' + source);
            $("#lbCallee").html('Callee: ' + destination);
            $("#lbDirection").html('Direction: ' + direction);
            $("#lbState").html('State: ' + state);
    }
    else 
        $('<div id="NoficationPopup" title="' + direction + '">' +
                '<div align=left>' +
                    '<label id="lbCaller">Caller: '+source+'</label> <BR />'  +
                    '<label id="lbCallee">Callee: '+destination+'</label> <BR />' +
                    '<label id="lbDirection">Direction: '+direction+'</label> <BR />' +
                    '<label id="lbState">State: '+state+'</label> <BR />' +
                '</div> ' +
          '</div>')
          .dialog({
                resizable: false, position: [0,0], minWidth: 250, minHeight: 100,
                close: function () {
                    $(this).dialog("destroy").remove();
    }});
}
</script>
</head>
<body>	
</body>
</html>
`

/** Where the page finds its PBX. */
export interface SeedPageSettings {
  readonly serverAddress: string
  readonly scriptPort: number
  readonly securityToken: string
}

/** The page with its settings filled in, as its reader is told to do. */
export function seedPage({ serverAddress, scriptPort, securityToken }: SeedPageSettings): string {
  return article
    .split('ozekixepbx.ip:7777')
    .join(`${serverAddress}:${scriptPort}`)
    .split('ozekixepbx.ip')
    .join(serverAddress)
    .replace('nixtwtqHr0qTRk9FcrV8Sg', securityToken)
}

/** The files that the page includes, by path, each as it is inside its npm package. */
export const seedPageFiles: Readonly<Record<string, string>> = {
  '/jquery.min.js': 'jquery/dist/jquery.min.js',
  '/jquery-ui.min.js': 'jquery-ui/dist/jquery-ui.min.js',
  '/jquery-ui.min.css': 'jquery-ui/dist/themes/ui-darkness/jquery-ui.min.css',
}
